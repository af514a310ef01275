/** Entities and relations as GraphML, for programs that draw and measure graphs. */
import Builder from 'fast-xml-builder';
import type { PropertyType } from '../graph/model.js';
import type { EntityRecord, RelationRecord } from '../graph/records.js';
import { shownName } from '../graph/storage.js';
import type { GraphReader } from './graph-reader.js';
import { entityProperties, relationAttributes } from './properties.js';
import type { Cell } from './table.js';

/** What GraphML calls a key: of all nodes, or of all edges. */
interface Key<T> {
  readonly name: string;
  readonly type: 'string' | 'long' | 'double';
  readonly of: (record: T) => Cell;
}

const typeOf = (type: PropertyType): Key<never>['type'] =>
  type === 'integer' ? 'long' : type === 'number' ? 'double' : 'string';
const list = (items: readonly string[]): string | undefined => (items.length === 0 ? undefined : items.join(' | '));
const codes = (items: EntityRecord['codes']): string | undefined => list(items.map(({ scheme, value }) => `${scheme}:${value}`));
const text = <T>(name: string, of: (record: T) => Cell): Key<T> => ({ name, type: 'string', of });

const nodeKeys: readonly Key<EntityRecord>[] = [
  text('type', ({ label }) => label),
  text('name', ({ names }) => shownName(names).value),
  text('names', ({ names }) => list(names.map(({ value, lang }) => `${lang}:${value}`))),
  text('description', ({ description }) => description),
  text('codes', (entity) => codes(entity.codes)),
  text('identifiers', ({ identifiers }) => codes(identifiers)),
  ...entityProperties.map(([name, { type }]): Key<EntityRecord> => ({
    name,
    type: typeOf(type),
    of: ({ properties }) => properties[name],
  })),
];

const edgeKeys: readonly Key<RelationRecord>[] = [
  text('type', ({ type }) => type),
  text('validFrom', ({ validFrom }) => validFrom),
  text('validUntil', ({ validUntil }) => validUntil),
  text('claims', ({ claimIds }) => list(claimIds)),
  ...relationAttributes.map(([name, { type }]): Key<RelationRecord> => ({
    name,
    type: typeOf(type),
    of: ({ attributes }) => attributes[name],
  })),
];

const builder = new Builder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true });
const element = (name: string, content: object): string => `${builder.build({ [name]: content })}\n`;

export async function* graphml(graph: GraphReader): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield declared('node', nodeKeys) + declared('edge', edgeKeys);
  yield '<graph id="policygraph" edgedefault="directed">\n';
  for await (const page of graph.entities()) yield page.map(node).join('');
  for await (const page of graph.relations()) yield page.map(edge).join('');
  yield '</graph>\n</graphml>\n';
}

function declared<T>(of: 'node' | 'edge', keys: readonly Key<T>[]): string {
  return keys
    .map(({ name, type }) => element('key', { '@id': `${of}-${name}`, '@for': of, '@attr.name': name, '@attr.type': type }))
    .join('');
}

const node = (entity: EntityRecord): string => element('node', { '@id': entity.id, data: dataOf('node', nodeKeys, entity) });

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

/** XML has no way to write these characters, escaped or not. */
// oxlint-disable-next-line no-control-regex
const allowed = (value: string): string => value.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
