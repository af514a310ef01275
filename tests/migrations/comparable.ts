import { unpackedChunks } from '../../src/changesets/packed.js';
import type { Dump } from './dump.js';

type Properties = Readonly<Record<string, unknown>>;

/**
 * A dump without what no two stores share: changesets are called by their number, instants by the changeset of that instant, and what a changeset changed is
 * written out. Tokens to search by are left out, which only Neo4j stores. What an upgrade cannot know is left out: the digest of what was asked for, and of the changesets `told`, which told it already, what they changed.
 */
export function comparable({ nodes, relationships }: Dump, told: readonly string[] = []) {
  const names = namesIn(nodes);
  const named = (value: unknown): unknown => names.get(value as string) ?? value;
  const all = (properties: Properties) =>
    Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, named(value)]));
  return {
    nodes: sorted(nodes.map(({ labels, properties }) => ({ labels, properties: readable(all(properties), told) }))),
    relationships: sorted(
      relationships.map(({ type, from, to, properties }) => ({
        type,
        from: named(from),
        to: named(to),
        properties: all(properties),
      })),
    ),
  };
}

function namesIn(nodes: Dump['nodes']): ReadonlyMap<string, string> {
  const changesets = nodes
    .filter(({ labels }) => labels.includes('Changeset'))
    .map(({ properties }) => properties as { readonly id: string; readonly recordedAt: string })
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
  return new Map(
    changesets.flatMap(({ id, recordedAt }, index) => [
      [id, `changeset:${index + 1}`],
      [recordedAt, `instant ${index + 1}`],
    ]),
  );
}

function readable(
  { entries, digest: _digest, dataVersion: _dataVersion, searchTerms: _, descriptionTerms: __, ...rest }: Properties,
  told: readonly string[],
): Properties {
  if (!Array.isArray(entries) || told.includes(String(rest['id']))) return rest;
  return { ...rest, entries: sorted(unpackedChunks(entries as string[])) };
}

const sorted = <T>(items: readonly T[]): T[] => [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
