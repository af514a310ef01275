import { hint } from '../graph/search/meant.js';
import { idPrefix, labelOf, labels, entities as model, type Label } from '../model/model.js';
import type { Code, EntityRecord, Name } from '../graph/stored/record-types.js';
import { entitySchemas } from './schema.js';
import type { Located, Problem, Step } from './problem.js';
import { compile, fits } from './validator.js';

/** An entity as a file writes it. */
export type RawEntity = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly names?: readonly (Omit<Name, 'kind'> & Partial<Name>)[] | undefined;
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly description?: string | undefined;
  readonly codes?: readonly Code[] | undefined;
  readonly identifiers?: readonly Code[] | undefined;
};

const validators = new Map<Label, ReturnType<typeof compile>>();

/** The entities of a list. */
export function readEntities(list: Located<unknown>, problems: Problem[]): Located<EntityRecord>[] {
  return (list.item as readonly RawEntity[]).flatMap((item, index) =>
    readEntity({ item, problem: (at: readonly Step[], message) => list.problem([index, ...at], message) }, problems),
  );
}

/** One entity, held to the schema of its type. None when something is wrong with it. */
export function readEntity({ item, problem }: Located<RawEntity>, problems: Problem[]): Located<EntityRecord>[] {
  const label = typeof item?.id === 'string' ? labelOf(item.id) : undefined;
  if (label === undefined) {
    const prefixes = labels.map(idPrefix);
    const near = hint(String((item as { readonly id?: unknown } | undefined)?.id).replace(/:.*/s, ':'), prefixes);
    problems.push(problem(['id'], `must have an id that begins with a type: ${prefixes.join(' ')}${near}`));
    return [];
  }
  if (!fits(validatorFor(label), { problem }, [], item, problems)) return [];
  const entity = { item: entityOf(item, label), problem };
  checkNames(entity, problems);
  checkRange(entity, problems);
  return [entity];
}

function validatorFor(label: Label): ReturnType<typeof compile> {
  const known = validators.get(label) ?? compile(entitySchemas[label]);
  validators.set(label, known);
  return known;
}

function entityOf(raw: RawEntity, label: Label): EntityRecord {
  const properties = Object.keys(model[label].properties).filter((key) => raw[key] !== undefined);
  const names = raw.names ?? [{ value: raw.title ?? raw.id, lang: raw.language ?? 'en' }];
  return {
    id: raw.id,
    label,
    names: names.map(({ value, lang, kind = 'PREFERRED' }) => ({ value, lang, kind })),
    description: raw.description,
    codes: raw.codes ?? [],
    identifiers: raw.identifiers ?? [],
    properties: Object.fromEntries(properties.map((key) => [key, raw[key] as string | number])),
  };
}

function checkNames({ item: { names }, problem }: Located<EntityRecord>, problems: Problem[]): void {
  const languages = new Set<string>();
  for (const [position, { kind, lang }] of names.entries()) {
    if (kind !== 'PREFERRED') continue;
    const language = lang.toLowerCase(); // "en-us" is "en-US"
    if (languages.has(language))
      problems.push(
        problem(['names', position, 'value'], `is a second PREFERRED name in "${lang}": give it a kind, such as ALIAS`),
      );
    languages.add(language);
  }
  if (languages.size === 0) problems.push(problem(['names'], 'must have a PREFERRED name in some language'));
}

function checkRange({ item: { properties }, problem }: Located<EntityRecord>, problems: Problem[]): void {
  const { rangeStart, rangeEnd } = properties;
  if (rangeStart !== undefined && rangeEnd !== undefined && rangeStart >= rangeEnd)
    problems.push(problem(['rangeEnd'], 'must be greater than rangeStart'));
}
