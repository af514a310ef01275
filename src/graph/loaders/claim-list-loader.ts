import { compileFilter } from '../lists/filter/filter.js';
import type { ClaimEdge } from '../../model/model.js';
import { compilePage, encode } from '../lists/order.js';
import type { List } from '../lists/page.js';
import type { CypherText } from '../query.js';
import type { Properties } from '../stored/rows.js';
import type { ListArguments } from './list-loader.js';
import { listOfEach, listStatements } from './list-of-each.js';
import type { Reader } from './reader.js';

interface Row {
  readonly node: Properties;
  readonly key: unknown;
}

const statements = listStatements<Row, 'type'>('claim');

export class ClaimListLoader {
  constructor(private readonly reader: Reader) {}

  /** The ids of the live claims that are joined to an entity in one way, such as those that are about it. */
  of(id: string, edge: ClaimEdge, args: ListArguments): List<string> {
    const filter = compileFilter('Claim', args.where);
    const keyset = compilePage(args, args.order, 'node.id', 'Claim');
    return listOfEach(this.reader, id, {
      listed: 'Claim',
      kind: `claims by ${edge}`,
      variant: args,
      statements,
      slots: { type: edge as string as CypherText },
      filter,
      keyset,
      cursorOf: ({ node, key }) => encode(args.order.property, key, node['id'] as string),
      itemOf: ({ node }) => node['id'] as string,
    });
  }
}
