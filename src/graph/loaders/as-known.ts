/** Properties that rest on claims, as the graph knew them at an instant: nodes hold only what is known now. */
import { propertiesOf, type ValueClaim } from '../inference/derive.js';
import { groupBy } from '../group-by.js';
import { entities, type Label } from '../../model/model.js';
import { query, type Statement } from '../query.js';
import type { NodeRow, Properties } from '../stored/rows.js';
import { claimedProperties, ownLabel, storedProperties } from '../stored/storage.js';

type Read = (statement: Statement<ValueRow>) => Promise<readonly ValueRow[]>;
type ValueRow = ValueClaim & { readonly subject: string };
type Found = Partial<NodeRow> & { readonly rows?: readonly Partial<NodeRow>[] };

const values = query<{ ids: readonly string[]; predicates: readonly string[] }, ValueRow>('claim/values');

/**
 * The same rows, each entity in them with what the claims that were live then give. One more statement, and none where no entity has such properties.
 * A node keeps what it holds: filters, orders and cursors go by that.
 */
export async function asKnown<Row>(rows: Row[], read: Read): Promise<Row[]> {
  const nodes = rows.flatMap((row) => [row as Found, ...((row as Found).rows ?? [])]).filter(restsOnClaims);
  if (nodes.length === 0) return rows;
  const ids = [...new Set(nodes.map(({ node }) => node['id'] as string))];
  const predicates = [...new Set(nodes.flatMap(({ labels }) => claimedProperties(ownLabel(labels))))];
  const bySubject = groupBy(await read(values({ ids, predicates })), ({ subject }) => subject);
  const known = (row: Partial<NodeRow>) => (restsOnClaims(row) ? { ...row, claimed: claimedOf(row, bySubject) } : row);
  return rows.map((row) => {
    const { rows: inner } = row as Found;
    return { ...known(row as Found), ...(inner === undefined ? {} : { rows: inner.map(known) }) } as Row;
  });
}

/** Rows of claims have a node and labels too, those of observations a node, those of names labels. */
function restsOnClaims(row: Partial<NodeRow>): row is NodeRow {
  const label = row.node === undefined || row.labels === undefined ? undefined : ownLabel(row.labels);
  return label !== undefined && Object.hasOwn(entities, label) && claimedProperties(label).length > 0;
}

function claimedOf({ node, labels }: NodeRow, claims: ReadonlyMap<string, readonly ValueClaim[]>): Properties {
  const label: Label = ownLabel(labels);
  const none = Object.fromEntries(claimedProperties(label).map((name) => [name, null]));
  return { ...none, ...storedProperties(label, propertiesOf(label, claims.get(node['id'] as string) ?? [])) };
}
