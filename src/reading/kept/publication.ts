/** A reading as the changeset that publishes it. */
import type { ChangesetLists } from '../../changesets/from-input.js';
import { claimFields, observationFields, type Fields } from '../../model/model.js';
import { correctedChange, correctedPassages, openChoices, stateOf } from './decided.js';
import type { DecidedProposal, KeptReading } from './reading.js';

export interface Publication {
  readonly lists: ChangesetLists;
  /** Which proposal each item is of: names for the paths of its lists. */
  readonly renamed: readonly (readonly [RegExp, string])[];
}

/** What is wrong with a proposal that is to be published. */
export interface ProposalProblem {
  readonly proposal: string;
  readonly path: string;
  readonly message: string;
}

type Values = Readonly<Record<string, unknown>>;

/** The lists of the changeset: what is accepted, the document, and for each record its evidence. */
export function publicationOf(reading: KeptReading, proposals: readonly DecidedProposal[], isKnown: boolean): Publication {
  const accepted = proposals.filter((each) => stateOf(each) === 'ACCEPTED');
  const ids = correctedIds(accepted);
  const of = (kind: string) => accepted.filter(({ proposal }) => proposal.kind === kind);
  const isDocument = ({ proposal }: DecidedProposal) => proposal.kind === 'ENTITY' && proposal.entity.id === reading.document;
  const entities = withoutRepeats(of('ENTITY').filter((each) => !isKnown || !isDocument(each)));
  const [claims, observations] = [of('CLAIM'), of('OBSERVATION')];
  const record = (each: DecidedProposal, fields: Fields) =>
    withEvidence(withIds(correctedChange(each) as Values, fields, ids), each, reading);
  const documents = isKnown || entities.some(isDocument) ? [] : [documentOf(reading)];
  return {
    lists: {
      entities: [...documents, ...entities.map(entityOf)],
      claims: claims.map((each) => record(each, claimFields) as never),
      observations: observations.map((each) => record(each, observationFields)),
    },
    renamed: [
      ...documents.map(() => [/^input\.entities\.0(?=\.|$)/, 'document'] as const),
      ...entities.map((each, index) => nameOf('entities', index + documents.length, each)),
      ...claims.map((each, index) => nameOf('claims', index, each)),
      ...observations.map((each, index) => nameOf('observations', index, each)),
    ],
  };
}

const nameOf = (list: string, index: number, { proposal: { id, kind } }: DecidedProposal) =>
  [new RegExp(`^input\\.${list}\\.${index}(?=\\.|$)`), `${id}.${kind.toLowerCase()}`] as const;

/** The ids of new entities that editors replaced, each with the one that took its place. */
function correctedIds(accepted: readonly DecidedProposal[]): ReadonlyMap<string, string> {
  return new Map(
    accepted.flatMap((each) =>
      each.proposal.kind === 'ENTITY' ? [[each.proposal.entity.id, (correctedChange(each) as { id: string }).id] as const] : [],
    ),
  );
}

/** Several new entities may be one of the graph, or another one of the reading: that one is given once. */
function withoutRepeats(entities: readonly DecidedProposal[]): DecidedProposal[] {
  const idOf = (each: DecidedProposal) => (correctedChange(each) as { readonly id: string }).id;
  const isAlone = (each: DecidedProposal) => isIdAlone({ ...correctedChange(each), label: undefined });
  const given = new Set(entities.filter((each) => !isAlone(each)).map(idOf));
  return entities.filter((each) => {
    if (!isAlone(each)) return true;
    const isRepeat = given.has(idOf(each));
    given.add(idOf(each));
    return !isRepeat;
  });
}

/** An entity is new, unless an editor names one that the graph has by its id alone. */
function entityOf(each: DecidedProposal) {
  const { label: _, names, ...entity } = correctedChange(each) as Values & { readonly id: string };
  if (isIdAlone({ ...entity, names })) return entity;
  const isNamed = Array.isArray(names) && names.length > 0; // a document has a title
  return { expectedVersion: 0, ...entity, ...(isNamed ? { names } : {}) };
}

const isIdAlone = (entity: object): boolean =>
  Object.entries(entity).every(([name, value]) => name === 'id' || value === undefined || value === null);

function withIds(change: Values, fields: Fields, ids: ReadonlyMap<string, string>): Values {
  const moved = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(moved) : typeof value === 'string' ? (ids.get(value) ?? value) : value;
  return Object.fromEntries(Object.entries(change).map(([name, value]) => [name, isLink(name, fields) ? moved(value) : value]));
}

const isLink = (name: string, fields: Fields): boolean => name === 'attributedTo' || fields[name]?.edge !== undefined;

/** Evidence that an editor gave counts; the passages by default. */
function withEvidence(change: Values, each: DecidedProposal, { document }: KeptReading): Values {
  const given = change['evidence'];
  if (Array.isArray(given) && given.length > 0) return change;
  const evidence = correctedPassages(each).map(({ supports, ...passage }) => ({
    document,
    ...passage,
    ...(supports === undefined || supports === 'FACT' ? {} : { supports }),
  }));
  return { ...change, evidence };
}

function documentOf({ document, title, outlet, date, url, language, sha256 }: KeptReading) {
  const values = { title, publisher: outlet, publishedOn: date, url, language, sha256 };
  const properties = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  return { id: document, properties };
}

/** The ids that a claim or observation names. */
export function idsOf(each: DecidedProposal): string[] {
  const { kind } = each.proposal;
  if (kind === 'ENTITY') return [(correctedChange(each) as { id: string }).id];
  const fields: Fields = kind === 'CLAIM' ? claimFields : observationFields;
  const links = Object.entries(correctedChange(each)).filter(([name]) => isLink(name, fields));
  return links.flatMap(([, value]) => (Array.isArray(value) ? (value as string[]) : typeof value === 'string' ? [value] : []));
}

/** What must be decided first: choices, and new entities that nobody accepted. `known` are the ids that the graph has. */
export function problemsOf(proposals: readonly DecidedProposal[], known: ReadonlySet<string>): ProposalProblem[] {
  const proposed = new Map(
    proposals.flatMap((each) => (each.proposal.kind === 'ENTITY' ? [[each.proposal.entity.id, each] as const] : [])),
  );
  const accepted = proposals.filter((each) => stateOf(each) === 'ACCEPTED');
  const created = new Set(
    accepted.flatMap((each) => (each.proposal.kind === 'ENTITY' ? [each.proposal.entity.id, ...idsOf(each)] : [])),
  );
  const missing = (each: DecidedProposal) =>
    idsOf(each).flatMap((id) => {
      const entity = proposed.get(id);
      return known.has(id) || created.has(id) || entity === undefined ? [] : [missingEntity(each, id, entity)];
    });
  return accepted.flatMap((each) => [...openChoices(each).map(({ field }) => openChoice(each, field)), ...missing(each)]);
}

const openChoice = ({ proposal: { id, kind } }: DecidedProposal, field: string): ProposalProblem => ({
  proposal: id,
  path: `${id}.${kind.toLowerCase()}.${field}`,
  message: `Several entities may be the ${field}: choose one, and accept it as corrected.`,
});

const missingEntity = (
  { proposal: { id, kind } }: DecidedProposal,
  missing: string,
  entity: DecidedProposal,
): ProposalProblem => ({
  proposal: id,
  path: `${id}.${kind.toLowerCase()}`,
  message: `It names the new entity ${missing}, which is ${stateOf(entity)}: accept ${entity.proposal.id} too, or correct this one.`,
});
