/** Readings and their proposals as the API shows them. */
import type { Context } from './context.js';
import { claimFields, labelOf, observationFields, type Fields } from '../model/model.js';
import { mustHave } from '../accounts/account.js';
import { changeOf, correctedChange, correctedPassages, decidedProposals, openChoices, stateOf } from '../reading/kept/decided.js';
import { decisionsOf } from '../reading/kept/decisions.js';
import { contentOf, readingWithId, unknownReading } from '../reading/kept/kept-readings.js';
import { seesReadings } from '../reading/kept/kept-texts.js';
import type { DecidedProposal, Decision, KeptReading, ReadingContent } from '../reading/kept/reading.js';

type Values = Readonly<Record<string, unknown>>;

export const readingSeen = async (id: string, context: Context): Promise<KeptReading | undefined> =>
  seesReadings(context.account) ? readingWithId(context.graph, id, context.loaders.reader) : undefined;

/** The reading for one who changes it. Throws BAD_USER_INPUT for an unknown one. */
export async function readingToChange(id: string, context: Context): Promise<KeptReading> {
  mustHave('EDITOR', context.account);
  const reading = await readingSeen(id, context);
  if (reading === undefined) throw unknownReading(id);
  return reading;
}

/** What a reading proposes: read once a request. */
export const contentSeen = ({ id }: KeptReading, { graph, loaders: { reader } }: Context): Promise<ReadingContent> =>
  reader.batches.load<ReadingContent>(
    'reading content',
    null,
    id,
    async (ids) => new Map(await Promise.all(ids.map(async (each) => [each, await contentOf(graph, each, reader)] as const))),
    { proposals: [] },
  );

/** What was decided on a reading: for all readings of the request in one statement. */
export const decisionsSeen = ({ id }: KeptReading, { graph, loaders: { reader } }: Context): Promise<readonly Decision[]> =>
  reader.batches.load<readonly Decision[]>('reading decisions', null, id, (ids) => decisionsOf(graph, ids, reader), []);

export async function proposalsSeen(reading: KeptReading, context: Context): Promise<DecidedProposal[]> {
  const [{ proposals }, decisions] = await Promise.all([contentSeen(reading, context), decisionsSeen(reading, context)]);
  return decidedProposals(proposals, decisions);
}

/** The text of a reading as code points. */
export const textSeen = async ({ sha256 }: Pick<KeptReading, 'sha256'>, { archive }: Context): Promise<readonly string[]> =>
  (await archive.text(sha256)) ?? [];

/** What a field of an end needs to show itself. */
export interface EndView {
  readonly id: string;
  /** The names of the new entities of its reading. */
  readonly newNames: ReadonlyMap<string, string>;
}

/** The name of each new entity of a reading, by its id. */
export const newNamesOf = (proposals: readonly DecidedProposal[]): ReadonlyMap<string, string> =>
  new Map(
    proposals.flatMap((each) => {
      const { id, names, properties } = (each.proposal.kind === 'ENTITY' ? correctedChange(each) : {}) as {
        readonly id?: string;
        readonly names?: readonly { readonly value: string }[];
        readonly properties?: readonly { readonly name: string; readonly value: string }[];
      };
      const first = names?.[0] ?? properties?.find((property) => property.name === 'title'); // what a document is called
      if (each.proposal.kind !== 'ENTITY' || id === undefined) return [];
      const name = first?.value ?? each.proposal.entity.names?.[0]?.value ?? id;
      return [[id, name] as const, [each.proposal.entity.id, name] as const];
    }),
  );

export function proposalView(each: DecidedProposal, { sha256 }: KeptReading, newNames: ReadonlyMap<string, string>): object {
  const { proposal, decision } = each;
  return {
    ...proposal,
    passages: correctedPassages(each).map((passage) => ({ ...passage, supports: passage.supports ?? 'FACT', textOf: sha256 })),
    choices: openChoices(each),
    entity: undefined,
    claim: undefined,
    observation: undefined,
    ...shownChange(each, newNames),
    state: stateOf(each),
    version: decision?.version ?? 0,
    decidedBy: decision?.decidedBy,
    decidedAt: decision?.decidedAt,
    isCorrected: decision?.correction !== undefined,
  };
}

function shownChange(each: DecidedProposal, newNames: ReadonlyMap<string, string>): object {
  const change = correctedChange(each) as Values & { readonly id: string };
  const { kind } = each.proposal;
  if (kind === 'ENTITY') return { entity: shownEntity(change, changeOf(each.proposal) as Values) };
  const fields = kind === 'CLAIM' ? claimFields : { ...observationFields, attributedTo: claimFields.attributedTo };
  const record = shownRecord(change, fields, newNames);
  return kind === 'CLAIM' ? { claim: { ...record, qualifiers: given(change['qualifiers']) } } : { observation: record };
}

/** An editor may name an entity that the graph has by its id alone: what was proposed says what it is called. */
function shownEntity({ id, names, description, properties }: Values & { readonly id: string }, proposed: Values): object {
  const shown = (names ?? proposed['names'] ?? []) as readonly Values[];
  return {
    id,
    type: labelOf(id),
    names: shown.map((name) => ({ ...name, kind: name['kind'] ?? 'PREFERRED' })),
    description,
    properties: given(properties),
  };
}

const given = (properties: unknown): readonly Values[] =>
  ((properties ?? []) as readonly Values[]).map(({ name, value }) => ({ name, value: value ?? '' }));

function shownRecord(change: Values, fields: Fields, newNames: ReadonlyMap<string, string>): object {
  const end = (id: unknown): EndView => ({ id: String(id), newNames });
  return Object.fromEntries(
    Object.entries(fields).map(([name, { edge, many }]) => {
      const value = change[name];
      if (edge === undefined) return [name, value];
      if (many === true) return [name, ((value ?? []) as readonly unknown[]).map(end)];
      return [name, value == null ? undefined : end(value)];
    }),
  );
}
