/** Entities and relations as GraphML, for programs that draw and measure graphs. */
import Builder from 'fast-xml-builder';
import type { PropertyType } from '../model/model.js';
import type { EntityRecord, RelationRecord } from '../graph/stored/record-types.js';
import { shownName } from '../graph/stored/storage.js';
import type { GraphReader } from './graph-reader.js';
import { codeList, list } from './lists.js';
import { entityProperties, relationAttributes } from './properties.js';
import type { Cell } from './table.js';
import { allowed } from './xml-text.js';

/** What GraphML calls a key: of all nodes, or of all edges. */
interface Key<T> {
  readonly name: string;
  readonly type: 'string' | 'long' | 'double';
  readonly of: (record: T) => Cell;
}

const typeOf = (type: PropertyType): Key<never>['type'] =>
  type === 'integer' ? 'long' : type === 'number' ? 'double' : 'string';
const text = <T>(name: string, of: (record: T) => Cell): Key<T> => ({ name, type: 'string', of });

/** An entity with the ids that lead to it since their entities were merged. */
type Node = EntityRecord & { readonly formerIds: readonly string[] };

const nodeKeys: readonly Key<Node>[] = [
  text('type', ({ label }) => label),
  text('name', ({ names }) => shownName(names).value),
  text('names', ({ names }) => list(names.map(({ value, lang }) => `${lang}:${value}`))),
  text('description', ({ description }) => description),
  text('codes', ({ codes }) => codeList(codes)),
  text('identifiers', ({ identifiers }) => codeList(identifiers)),
  text('formerIds', ({ formerIds }) => list(formerIds)),
  ...entityProperties.map(([name, { type }]): Key<Node> => ({
    name,
    type: typeOf(type),
    of: ({ properties }) => properties[name],
  })),
];

const edgeKeys: readonly Key<RelationRecord>[] = [
  text('type', ({ type }) => type),
  text('validFrom', ({ validFrom }) => validFrom),
  text('validUntil', ({ validUntil }) => validUntil),
  text('firstStatedOn', ({ days }) => days.firstStatedOn),
  text('lastStatedOn', ({ days }) => days.lastStatedOn),
  text('claims', ({ claimIds }) => list(claimIds)),
  ...relationAttributes.map(([name, { type }]): Key<RelationRecord> => ({
    name,
    type: typeOf(type),
    of: ({ attributes }) => attributes[name],
  })),
];

const builder = new Builder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true });
/** What readers take for the end of a line, where it is not escaped, and give as a line feed: in XML 1.0 the first, in 1.1 all. */
const lineEnd = /[\r\u0085\u2028]/g;
const element = (name: string, content: object): string =>
  `${builder.build({ [name]: content }).replaceAll(lineEnd, (end) => `&#${end.charCodeAt(0)};`)}\n`;

export async function* graphml(graph: GraphReader): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield declared('node', nodeKeys) + declared('edge', edgeKeys);
  yield '<graph id="policygraph" edgedefault="directed">\n';
  for await (const page of graph.entities()) {
    const formerIds = await graph.formerIds(page);
    yield page.map((entity) => node({ ...entity, formerIds: formerIds.get(entity.id) ?? [] })).join('');
  }
  for await (const page of graph.relations()) yield page.map(edge).join('');
  yield '</graph>\n</graphml>\n';
}

function declared<T>(of: 'node' | 'edge', keys: readonly Key<T>[]): string {
  return keys
    .map(({ name, type }) => element('key', { '@id': `${of}-${name}`, '@for': of, '@attr.name': name, '@attr.type': type }))
    .join('');
}

const node = (entity: Node): string => element('node', { '@id': entity.id, data: dataOf('node', nodeKeys, entity) });

const edge = (relation: RelationRecord): string =>
  element('edge', {
    '@id': relation.id,
    '@source': relation.from,
    '@target': relation.to,
    data: dataOf('edge', edgeKeys, relation),
  });

function dataOf<T>(of: 'node' | 'edge', keys: readonly Key<T>[], record: T): object[] {
  return keys.flatMap((key) => {
    const value = key.of(record);
    return value === undefined ? [] : [{ '@key': `${of}-${key.name}`, '#text': allowed(String(value)) }];
  });
}
