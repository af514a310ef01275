import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Certainty } from '../../src/graph/time/certainty.js';
import { now, viewOf, writtenFor } from '../../src/graph/time/as-of.js';
import { statementsOf } from '../../src/graph/stored/changeset.js';
import type { Graph } from '../../src/graph/port.js';
import { bound, nameOf, query, statements, type CypherText, type Parameters, type Statement } from '../../src/graph/query.js';
import { changeOf, worldOf, type World } from '../graph/world.js';
import { asLarge, engines } from '../support/engines.js';
import { rules } from './rules.js';
import { samples } from './samples.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const filesIn = (folder: string, extension: string) =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(extension));
const texts = filesIn('cypher', '.cypher').map((file) => ({
  name: file.slice(0, -'.cypher'.length),
  text: readFileSync(`${root}cypher/${file}`, 'utf8'),
}));

describe('the files of cypher/', () => {
  it('are those that the code binds', async () => {
    const binding = filesIn('src', '.ts').filter(
      (file) =>
        file !== 'graph/query.ts' && /\b(?:query|block|listStatements)[<(]/.test(readFileSync(`${root}src/${file}`, 'utf8')),
    );
    expect(binding).not.toEqual([]);
    for (const file of binding) await import(`${root}src/${file}`);
    expect([...bound].sort()).toEqual([...statements.keys()].sort());
    expect(texts.map(({ name }) => name).sort()).toEqual([...statements.keys()].sort());
  });

  describe.each(rules)('$name', ({ breaches, bad }) => {
    it('holds in every file', () => {
      const broken = texts
        .map(({ name, text }) => ({ name, breaches: breaches(text) }))
        .filter((file) => file.breaches.length > 0);
      expect(broken).toEqual([]);
    });

    it('is broken by a bad statement', () => {
      expect(breaches(bad)).not.toEqual([]);
    });
  });
});

describe('binding', () => {
  it('refuses a name without a file', () => {
    expect(() => query('region/nowhere')).toThrow('cypher/region/nowhere.cypher');
  });

  it('refuses to leave a slot empty', () => {
    const count = query<Parameters, { total: number }, 'start' | 'filter'>('list/count');
    expect(() => count({}, { start: nameOf('Region') } as never)).toThrow('{{filter}}');
  });
});

function filled(template: string, slots: Readonly<Record<string, CypherText>>): string {
  const text = template.replaceAll(/\{\{(\w+)\}\}/g, (slot, name: string) => slots[name] ?? slot);
  if (/\{\{\w+\}\}/.test(text)) throw new Error(`A slot is left in ${text}`);
  return text;
}

/** A block runs where another one puts it. */
const inPlace = (text: string, before: string | undefined): string =>
  before === undefined ? text : `${before}\nCALL (origin) {\n${text}\n}\nRETURN rows`;

/** The aliases of the last RETURN, which are the columns of the answer. */
function aliasesOf(text: string): string[] {
  const last = text.slice(text.lastIndexOf('RETURN'));
  return last
    .slice('RETURN'.length)
    .replace(/\bORDER BY[\s\S]*/, '')
    .replaceAll(/\{[^}]*\}|\([^)]*\)/g, '')
    .split(',')
    .map((column) => column.trim().split(/\s+/).at(-1) ?? '');
}

describe('the samples', () => {
  it('are there for every statement', () => {
    expect(Object.keys(samples).sort()).toEqual([...statements.keys()].sort());
  });

  it('fill the slots that the statement has', () => {
    const slotsOf = (text = '') => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, slot]) => slot))].sort();
    const filledSlots = Object.entries(samples).map(([name, { slots = {} }]) => [name, Object.keys(slots).sort()]);
    expect(filledSlots).toEqual(Object.keys(samples).map((name) => [name, slotsOf(statements.get(name))]));
  });
});

/** A world in which two values of the same thing differ, as chance rarely has it. */
const { observations, ...rest } = worldOf(1);
const world: World = {
  ...rest,
  observations: observations.flatMap((each, number) =>
    number < 10 ? [each, { ...each, id: `${each.id}-twin`, value: 12_345 }] : [each],
  ),
};

const unordered = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (Array.isArray(part) ? part.map(unordered).sort() : part));

describe.each([...engines, asLarge])('every statement on $name', ({ name: engine, empty }) => {
  const here = Object.entries(samples).filter(([, sample]) => sample.engine === undefined || engine.startsWith(sample.engine));
  let graph: Graph;
  beforeAll(async () => {
    graph = await empty();
    await graph.write(statementsOf(changeOf(world)));
    await graph.write([
      ready('changeset/create', {
        properties: {
          id: 'changeset:built-in',
          author: 'tests',
          reason: 'a sample',
          origin: 'built-in',
          recordedAt: '2025-01-01T00:00:00.000Z',
          dataVersion: '0',
        },
      }),
      ready('text/keep', { id: 'a text', text: 'Words.' }),
      ready('reading/keep', {
        id: 'reading:waiting',
        properties: { sha256: 'a text', proposals: '', model: '', place: '2025-01-01T00:00:00.000Z reading:waiting' },
      }),
      ready('reading/decide', {
        rows: [{ id: 'reading:waiting proposal:a', reading: 'reading:waiting', rule: 'a-rule', state: 'ACCEPTED' }],
      }),
      ready('draft/keep', {
        id: 'draft:waiting',
        properties: { author: 'key:author', place: '2025-01-01T00:00:00.000Z draft:waiting' },
      }),
    ]);
  });
  afterAll(() => graph.close());

  const ready = (
    name: string,
    parameters: Parameters = {},
    slots: Readonly<Record<string, CypherText>> = {},
    before?: string,
  ): Statement<Record<string, unknown>> => ({
    name,
    text: writtenFor(viewOf({ on: '', knownAt: now }), inPlace(filled(statements.get(name) ?? '', slots), before)),
    parameters: { knownAt: now, ...parameters },
  });

  it.each(here.filter(([, { gives }]) => gives !== false))('%s gives rows', async (name, { parameters, slots, before }) => {
    const statement = ready(name, parameters, slots, before);
    const rows = await graph.read(statement);
    expect(rows).not.toEqual([]);
    for (const row of rows) expect(Object.keys(row).sort()).toEqual(aliasesOf(statement.text).sort());
  });

  it.each(here.filter(([name]) => statements.get(name)?.match(/\{\{(holds|known|live|present|before) ?\w*\}\}/)))(
    '%s gives the same of an instant after all others as of now',
    async (name, { parameters = {}, slots = {}, before }) => {
      const text = inPlace(filled(statements.get(name) ?? '', slots), before);
      const rowsOf = async (knownAt: string, atLeast: Certainty) => {
        const rows = await graph.read({
          name,
          text: writtenFor(viewOf({ on: '', knownAt, atLeast }), text),
          parameters: { knownAt, ...parameters },
        });
        return unordered(rows); // the engine decides on the order where the statement does not
      };
      for (const atLeast of ['POSSIBLE', 'PRESUMED', 'CERTAIN'] as const)
        expect(await rowsOf('9998', atLeast)).toEqual(await rowsOf(now, atLeast));
    },
  );

  it.each(here.filter(([, { gives }]) => gives === false))('%s runs', async (name, { parameters, slots }) => {
    await expect(graph.write([ready(name, parameters, slots)])).resolves.toBeUndefined();
  });
});
