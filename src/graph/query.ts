import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Label, Link, RelationType } from '../model/model.js';
import { root } from '../root.js';

const folder = fileURLToPath(new URL('cypher/', root));

/** Parameters, as both engines take them: plain data only. */
export type Parameters = Readonly<Record<string, unknown>>;

/** One statement ready to run: text from cypher/, and its values. `Row` is what a row of its answer holds. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  readonly parameters: Parameters;
  /** Only carries the type of a row. */
  readonly row?: Row;
}

/** Cypher text that no caller's value can be part of: names of the model, and what lists/filter/ and lists/order.ts compile. */
export type CypherText = string & { readonly cypher: unique symbol };

/** Labels of nodes that are not entities. */
type StoreLabel =
  | 'Entity'
  | 'Claim'
  | 'Observation'
  | 'Changeset'
  | 'Draft'
  | 'Reading'
  | 'ReadingDecision'
  | 'Text'
  | 'Store'
  | 'Merged'
  | 'Count';

/** A name of the model as Cypher text. */
export const nameOf = (name: Label | RelationType | StoreLabel): CypherText => name as string as CypherText;

/** The types of a relationship pattern: `ISSUED|ADMINISTERS`. */
export const anyOf = (types: readonly RelationType[]): CypherText => types.join('|') as CypherText;

/** The relationships of links: `MEASURES|ABOUT`. */
export const edgesOf = (links: readonly Link[]): CypherText => links.map(({ edge }) => edge).join('|') as CypherText;

/** Text of a statement that is written in the code itself, never from a value. */
export const cypher = (text: TemplateStringsArray, ...parts: readonly CypherText[]): CypherText =>
  String.raw({ raw: text.raw }, ...parts) as CypherText;

/** Ends a statement that others use without an end. */
export const atMost = cypher`LIMIT $limit`;

/** Every statement of cypher/ by name (`region/ancestors`), without its comments. `{{holds relation}}` and the like are conditions of time/as-of.ts, written out for a view when it runs. */
export const statements: ReadonlyMap<string, string> = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.cypher'))
    .map((file) => [
      file.slice(0, -'.cypher'.length).replaceAll('\\', '/'),
      withoutComments(readFileSync(folder + file, 'utf8')),
    ]),
);

function withoutComments(text: string): string {
  return text.replaceAll(/^\s*\/\/.*\n/gm, '').trim();
}

/** The names that have been bound so far; a test compares them with the files. */
export const bound = new Set<string>();

/**
 * Binds a file of cypher/ to the types of its parameters and rows.
 * `{{slots}}` in the file are filled with fragments: labels, relation types, compiled filters and orders.
 */
export function query<P extends Parameters, Row, Slots extends string = never>(name: string) {
  const template = statements.get(name);
  if (template === undefined) throw new Error(`There is no cypher/${name}.cypher.`);
  bound.add(name);
  return (parameters: P, ...[slots]: [Slots] extends [never] ? [] : [Readonly<Record<Slots, CypherText>>]): Statement<Row> => ({
    name,
    text: slots === undefined ? template : filled(template, slots),
    parameters,
  });
}

/** Binds a file of cypher/ that is a part of statements: `compose` in plan/ puts it together with others. */
export function block<Slots extends string>(name: string) {
  const template = statements.get(name);
  if (template === undefined) throw new Error(`There is no cypher/${name}.cypher.`);
  bound.add(name);
  return (slots: Readonly<Record<Slots, CypherText>>): CypherText => filled(template, slots) as CypherText;
}

function filled(template: string, slots: Readonly<Record<string, CypherText>>): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, slot: string) => {
    const text = slots[slot];
    if (text === undefined) throw new Error(`The slot {{${slot}}} is not filled.`);
    return text;
  });
}
