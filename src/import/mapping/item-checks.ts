/** Checks what a mapping makes whatever the rows hold: predicates, types, properties, attributes, and the values of lookup tables. */
import { checkClaim, checkObservation, type Known } from '../../changesets/checks.js';
import { readClaims } from '../../changesets/claims.js';
import { readEntity, type RawEntity } from '../../changesets/entities.js';
import { sentence, type Located, type Problem, type Step } from '../../changesets/problem.js';
import { hint } from '../../graph/search/meant.js';
import {
  claimFields,
  entities,
  evidenceFields,
  isObservation,
  labelOf,
  labels,
  labelsOfEnd,
  nameKinds,
  observationFields,
  propertiesOfId,
  relationModel,
  type Fields,
  type PropertyModel,
} from '../../model/model.js';
import { samplesOf, type Expected, type Sample } from './samples.js';
import type { EntityMapping, Mapping } from './schema.js';
import { inKnownUnits } from './known-units.js';
import { templateOf } from './template.js';

/** A place of a made item, and what it may hold. */
interface Leaf {
  readonly at: readonly Step[];
  readonly samples: readonly Sample[];
}

type Check = (item: Located<Record<string, unknown>>) => Problem[];

/** Every problem once: rows repeat them. */
export function itemProblems(mapping: Located<Mapping>): Problem[] {
  const { entities: entityMappings = [], claims = [], observations = [] } = mapping.item;
  const problems = [
    ...entityMappings.flatMap((entity, index) => entityProblems(entity, ['entities', index], mapping)),
    ...claims.flatMap((claim, index) => claimProblems(claim, ['claims', index], mapping)),
    ...observations.flatMap((observation, index) => observationProblems(observation, ['observations', index], mapping)),
  ];
  return [...new Map(problems.map((problem) => [sentence(problem), problem])).values()];
}

/** Of everything that may exist: rows bring it. */
const all: Known = {
  entities: { has: (id) => labelOf(id) !== undefined, get: () => undefined },
  observations: { has: isObservation },
};

function entityProblems(entity: EntityMapping, at: readonly Step[], mapping: Located<Mapping>): Problem[] {
  const { properties = {}, ...rest } = entity;
  if (templateIn(entity.id).startsWith('{')) return []; // of any type
  const [id] = samplesOf(entity.id, [...at, 'id'], { labels }, mapping.item);
  const label = labelOf(String(id?.value));
  const models = label === undefined ? {} : entities[label].properties;
  const unknown = Object.keys(properties).filter((name) => label !== undefined && models[name] === undefined);
  const own = Object.entries(properties).filter(([name]) => models[name] !== undefined && models[name].claimed !== true);
  const leaves = [
    ...leavesOf(rest, at, [], entityExpected, mapping.item),
    ...leavesOf(Object.fromEntries(own), [...at, 'properties'], [], ([name]) => ({ model: models[String(name)] }), mapping.item),
  ];
  const check: Check = ({ item, problem }) => {
    const found: Problem[] = [];
    readEntity({ item: { names: [{ value: 'x', lang: 'en' }], ...item } as unknown as RawEntity, problem }, found);
    return found;
  };
  const claimed = Object.keys(properties).filter((name) => models[name]?.claimed === true);
  return [
    ...unknown.map((name) => mapping.problem([...at, 'properties', name], unknownProperty(name, label ?? '', models))),
    ...variantProblems(leaves, at, check, mapping),
    ...claimed.flatMap((name) => {
      const samples = samplesOf(properties[name], [...at, 'properties', name], { model: models[name] }, mapping.item);
      const subject = { at: ['subject'], samples: [{ value: String(id?.value), from: [...at, 'id'] }] };
      const predicate = { at: ['predicate'], samples: [{ value: name, from: [...at, 'properties', name] }] };
      return variantProblems([subject, predicate, { at: ['value'], samples }], at, claimCheck(mapping.item), mapping);
    }),
  ];
}

const templateIn = (node: unknown): string => String((node as { from?: unknown }).from ?? node);

const unknownProperty = (name: string, label: string, models: Readonly<Record<string, PropertyModel>>): string =>
  `is an unknown property of ${label}: "${name}"; it has ${Object.keys(models).join(', ') || 'none'}${hint(name, Object.keys(models))}`;

const entityExpected = ([...at]: readonly Step[]): Expected => {
  const name = at.at(-1);
  if (name === 'id') return { labels };
  if (name === 'lang') return { model: { type: 'string', form: 'language', description: '' } };
  return name === 'kind' ? { model: { type: 'enum', values: nameKinds, description: '' } } : {};
};

function claimProblems(claim: Readonly<Record<string, unknown>>, at: readonly Step[], mapping: Located<Mapping>): Problem[] {
  const predicates = samplesOf(claim['predicate'], [...at, 'predicate'], {}, mapping.item);
  if (typeof claim['predicate'] === 'string' && templateOf(claim['predicate']).columns.length > 0) return [];
  return predicates.flatMap((predicate) => {
    const expected = expectedOfClaim(String(predicate.value), claim, mapping.item);
    const leaves = leavesOf(claim, at, [], expected, mapping.item).filter(({ at: [first] }) => first !== 'predicate');
    return variantProblems([{ at: ['predicate'], samples: [predicate] }, ...leaves], at, claimCheck(mapping.item), mapping);
  });
}

function expectedOfClaim(predicate: string, claim: Readonly<Record<string, unknown>>, mapping: Mapping) {
  const [subject] = samplesOf(claim['subject'], [], { labels: labelsOfEnd('source', predicate) }, mapping);
  return ([first, second, third]: readonly Step[]): Expected => {
    if (first === 'subject') return { labels: labelsOfEnd('source', predicate) };
    if (first === 'object') return { labels: labelsOfEnd('target', predicate) };
    if (first === 'value') return { model: propertiesOfId(String(subject?.value))[predicate] };
    if (first === 'attributes') return { model: relationModel(predicate)?.attributes[String(second)] };
    return ofFields(first === 'evidence' ? evidenceFields : claimFields, first === 'evidence' ? third : first);
  };
}

function observationProblems(item: Readonly<Record<string, unknown>>, at: readonly Step[], mapping: Located<Mapping>): Problem[] {
  const expected = ([first, , third]: readonly Step[]) =>
    ofFields(first === 'evidence' ? evidenceFields : observationFields, first === 'evidence' ? third : first);
  const leaves = leavesOf(item, at, [], expected, mapping.item);
  return variantProblems(leaves, at, observationCheck(mapping.item), mapping);
}

function ofFields(fields: Fields, name: Step | undefined): Expected {
  const field = fields[String(name)];
  if (field === undefined) return name === 'attributedTo' ? { labels } : {};
  return field.isId === true ? { labels: field.to ?? labels } : { model: field };
}

const withEvidence = ({ document }: Mapping, { summary = 'x', evidence = [{}], ...item }: Record<string, unknown>) => ({
  ...item,
  evidence: (evidence as object[]).map((each) => ({ document, record: 'x', summary, ...each })),
});

const claimCheck =
  (mapping: Mapping): Check =>
  ({ item, problem }) => {
    const found: Problem[] = [];
    const place = ([, , ...rest]: readonly Step[], message: string) => problem(rest, message);
    const read = readClaims({ item: { claims: [withEvidence(mapping, item)] }, problem: place }, found);
    return [...found, ...read.claims.flatMap((claim) => checkClaim(claim, all))];
  };

const observationCheck =
  (mapping: Mapping): Check =>
  ({ item, problem }) => {
    const found: Problem[] = [];
    const place = ([, , ...rest]: readonly Step[], message: string) => problem(rest, message);
    const read = readClaims({ item: { observations: [withEvidence(mapping, inKnownUnits(item))] }, problem: place }, found);
    return [...found, ...read.observations.flatMap((observation) => checkObservation(observation, all))];
  };

/** Conditions and lists say when a part makes an item, not what. */
const notMade = new Set(['when', 'unless', 'each', 'shared']);

function leavesOf(
  node: unknown,
  base: readonly Step[],
  at: readonly Step[],
  expected: (at: readonly Step[]) => Expected,
  mapping: Mapping,
): Leaf[] {
  const isValue = typeof node !== 'object' || node === null || typeof (node as { from?: unknown }).from === 'string';
  if (isValue && !(at.length === 0)) return [{ at, samples: samplesOf(node, [...base, ...at], expected(at), mapping) }];
  return Object.entries(node as object)
    .filter(([key]) => at.length > 0 || !notMade.has(key))
    .flatMap(([key, part]) => leavesOf(part, base, [...at, Array.isArray(node) ? Number(key) : key], expected, mapping));
}

/** Checks the item of the first samples, then one for each other sample of a place. */
function variantProblems(leaves: readonly Leaf[], base: readonly Step[], check: Check, mapping: Located<Mapping>): Problem[] {
  const first = leaves.map(({ at, samples: [sample] }) => ({ at, sample: sample as Sample }));
  const others = leaves.flatMap(({ samples }, index) =>
    samples.slice(1).map((sample) => first.map((each, place) => (place === index ? { ...each, sample } : each))),
  );
  return [first, ...others].flatMap((chosen) => {
    const item = itemOf(chosen);
    const problem = (at: readonly Step[], message: string): Problem => {
      const found = chosen.find((each) => String(each.at) === String(at));
      return mapping.problem(found?.sample.from ?? placeOf(at, base), message);
    };
    return check({ item, problem });
  });
}

/** Evidence has the document of the mapping by default. */
const placeOf = (at: readonly Step[], base: readonly Step[]): readonly Step[] =>
  at[0] === 'evidence' && at.at(-1) === 'document' ? ['document'] : [...base, ...at];

function itemOf(chosen: readonly { readonly at: readonly Step[]; readonly sample: Sample }[]): Record<string, unknown> {
  const item: Record<string, unknown> = {};
  for (const { at, sample } of chosen) {
    let node: Record<Step, unknown> = item;
    for (const [index, step] of at.entries()) {
      if (index === at.length - 1) node[step] = sample.value;
      else node = (node[step] ??= typeof at[index + 1] === 'number' ? [] : {}) as Record<Step, unknown>;
    }
  }
  return item;
}
