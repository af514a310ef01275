import {
  amountsAgree,
  commonTime,
  contradicting,
  datesAgree,
  holdTogether,
  textsAgree,
  type Amount,
} from '../inference/contradictions.js';
import type { FuzzyDate } from '../time/dates.js';
import { GraphError } from '../errors.js';
import { groupBy } from '../group-by.js';
import { labelOf, relationModel, type Label } from '../../model/model.js';
import { query } from '../query.js';
import { claimed, compared, single } from '../stored/differing.js';
import { observationOf, validityOf, type Claim, type Observation, type Properties } from '../stored/rows.js';
import type { ClaimLoader, ClaimPage } from './claim-loader.js';
import { amongSpans, reversedClaims, spanClaimsOf } from './reversed-spans.js';
import type { EntityLoader } from './entity-loader.js';
import type { Ids, Reader } from './reader.js';
import { limits } from '../../limits.js';

/** Two or more claims that cannot all be true. */
export interface Contradiction {
  /** An entity; where it is about values, the indicator. */
  readonly subject: string;
  readonly predicate: string;
  readonly period: FuzzyDate | undefined;
  /** What the claims are read by: their own ids, or those of the observations whose values they state. */
  readonly claims: readonly string[] | undefined;
  readonly observations: readonly string[] | undefined;
  /** Stands for it in an order that does not change: no claim or value is in two contradictions of one predicate. */
  readonly key: string;
}

const differingClaims = query<{ predicates: readonly string[]; limit: number }, { claim: Properties }, 'property'>(
  'claim/differing',
);
const differingClaimsOf = query<
  { ids: readonly string[]; predicates: readonly string[] },
  { origin: string; claims: Properties[] },
  'property'
>('claim/differing-of');
const differingValues = query<{ limit: number }, { node: Properties }>('observation/differing');
const markedClaims = query<{ predicates: readonly string[]; limit: number }, { claim: Properties }>('claim/marked');
const markedValues = query<{ limit: number }, { node: Properties }>('observation/marked');
const differingValuesOf = query<{ ids: readonly string[] }, { origin: string; observations: Properties[] }>(
  'observation/differing-of',
);

/** How many claims, and how many values, that differ from others are compared for the whole graph. */
const maxCandidates = limits.lists.contradictions.value;

/** Units of work for 1,000 claims or observations that are all regrouped. */
const regroupingWork = 6;

/** The same for those that differ from others, which are compared. */
const comparingWork = 140;

const [ofValues, ofObjects] = compared;

export class ContradictionLoader {
  constructor(
    private readonly reader: Reader,
    private readonly entities: EntityLoader,
    private readonly claims: ClaimLoader,
  ) {}

  private found: Promise<readonly Contradiction[]> | undefined;

  /** All contradictions of the live claims, whatever the day. Whatever the page, they are searched for once. */
  all(): Promise<readonly Contradiction[]> {
    return (this.found ??= this.search());
  }

  private async search(): Promise<readonly Contradiction[]> {
    const limit = maxCandidates + 1;
    if (!this.reader.isOfNow) await this.payForRegrouping();
    const [reversed, values, objects, observations] = await Promise.all([
      reversedClaims(this.reader, limit),
      this.differing(ofValues, limit),
      this.differing(ofObjects, limit),
      this.reader.read(this.reader.isOfNow ? markedValues({ limit }) : differingValues({ limit })),
    ]);
    const found = [reversed, values, objects, observations];
    for (const rows of found) mustBeFew(rows);
    this.reader.payFor(found.flat().length, comparingWork);
    return this.among(
      [...values, ...objects].map(({ claim }) => claim),
      observations.map(({ node }) => node),
      reversed,
    );
  }

  private async payForRegrouping(): Promise<void> {
    await this.reader.payForScan('Claim', regroupingWork);
    await this.reader.payForScan('Observation', regroupingWork);
  }

  /** Claims that do not say the same as others: those that changesets marked, or, as of an instant before now, all regrouped. */
  private differing({ predicates, property }: typeof ofValues | typeof ofObjects, limit: number) {
    const { isOfNow } = this.reader;
    return this.reader.read(isOfNow ? markedClaims({ predicates, limit }) : differingClaims({ predicates, limit }, { property }));
  }

  /** Those of the claims about an entity, and of the values that measure it, are about it, or were observed there. */
  async of(id: string): Promise<readonly Contradiction[]> {
    const { batches } = this.reader;
    const fetchClaims =
      ({ predicates, property }: typeof ofValues | typeof ofObjects) =>
      async (ids: Ids['ids']) =>
        flattened(
          (await this.reader.read(differingClaimsOf({ ids, predicates }, { property }))).map(({ origin, claims }) => [
            origin,
            claims,
          ]),
        );
    const fetchValues = async (ids: Ids['ids']) =>
      flattened((await this.reader.read(differingValuesOf({ ids }))).map(({ origin, observations }) => [origin, observations]));
    const [reversed, values, objects, observations] = await Promise.all([
      spanClaimsOf(this.reader, id),
      batches.load<readonly Properties[]>('differing claims', 'value', id, fetchClaims(ofValues), []),
      batches.load<readonly Properties[]>('differing claims', 'object', id, fetchClaims(ofObjects), []),
      batches.load<readonly Properties[]>('differing values', null, id, fetchValues, []),
    ]);
    this.reader.payFor(values.length + objects.length + observations.length + reversed.length, comparingWork);
    return this.among([...values, ...objects], observations, reversed);
  }

  /** A page of the claims that contradict each other. */
  async claimsOf({ claims, observations = [] }: Contradiction, page: ClaimPage): Promise<readonly Claim[]> {
    const stating = (id: string) => this.claims.idsAbout(id, 'Observation', ['value']);
    return this.claims.pageOf(claims ?? (await Promise.all(observations.map(stating))).flat(), page);
  }

  private async among(
    claims: readonly Properties[],
    observations: readonly Properties[],
    ofSpans: readonly Properties[],
  ): Promise<readonly Contradiction[]> {
    const groups = [...groupBy(claims, ({ subject, predicate }) => `${String(subject)} ${String(predicate)}`).values()];
    const ofClaims = await Promise.all(groups.map((group) => this.amongClaims(group)));
    const found = [...ofClaims.flat(), ...amongObservations(observations.map(observationOf)), ...amongSpans(ofSpans)];
    return found.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** Claims of one subject and predicate. */
  private async amongClaims(group: readonly Properties[]): Promise<Contradiction[]> {
    const { subject, predicate } = group[0] as { subject: string; predicate: string };
    const said = single.includes(predicate) ? await this.objectsAgree(predicate, group) : valuesAgree(predicate);
    const agree = (a: Properties, b: Properties) => said(a, b) || !holdTogether(validityOf(a), validityOf(b));
    const byId = group.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
    return contradicting(byId, agree).map((found) => {
      const claims = found.map(({ id }) => id as string);
      return {
        subject,
        predicate,
        period: commonTime(found.map(validityOf)),
        claims,
        observations: undefined,
        key: `${subject} ${predicate} ${claims[0]}`,
      };
    });
  }

  /** Two objects agree where one is part of the other, as a city lies in its province and in its country. */
  private async objectsAgree(
    predicate: string,
    group: readonly Properties[],
  ): Promise<(a: Properties, b: Properties) => boolean> {
    const [first] = group;
    if (!mustBeSingle(predicate, String(first?.['subject']))) return () => true;
    const ids = [...new Set(group.map(({ object }) => object as string))];
    const wholes = new Map(
      await Promise.all(
        ids.map(async (id) => [id, new Set((await this.entities.ancestors(id)).map((whole) => whole.id))] as const),
      ),
    );
    const isIn = (part: unknown, whole: unknown) => part === whole || wholes.get(part as string)?.has(whole as string) === true;
    return (a, b) => isIn(a['object'], b['object']) || isIn(b['object'], a['object']);
  }
}

function mustBeSingle(predicate: string, subject: string): boolean {
  return relationModel(predicate)?.single?.includes(labelOf(subject) as Label) === true;
}

function valuesAgree(predicate: string): (a: Properties, b: Properties) => boolean {
  const isDate = claimed[predicate]?.type === 'date';
  return (a, b) => (isDate ? datesAgree(String(a['value']), String(b['value'])) : textsAgree(a['value'], b['value']));
}

function amongObservations(observations: readonly Observation[]): Contradiction[] {
  const groups = groupBy(
    observations.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    sameMatter,
  );
  return [...groups.values()].flatMap((group) =>
    contradicting(group, (a, b) => amountsAgree(a as unknown as Amount, b as unknown as Amount)).map((found) => {
      const { indicator, period } = found[0] as Observation;
      const ids = found.map(({ id }) => id);
      return {
        subject: indicator,
        predicate: 'value',
        period,
        claims: undefined,
        observations: ids,
        key: `${indicator} value ${ids[0]}`,
      };
    }),
  );
}

/** What two values must have in common to be of the same thing. Periods are the same when they are the same days. */
function sameMatter({ indicator, about, region, period, basePeriod, ...rest }: Observation): string {
  const days = [period, basePeriod].flatMap((date) => [date?.earliest, date?.latest]);
  return JSON.stringify([indicator, [...about].sort(), region ?? null, ...days, rest['kind'], rest['unit']]);
}

function mustBeFew(rows: readonly unknown[]): void {
  if (rows.length > maxCandidates)
    throw new GraphError(
      'QUERY_TOO_EXPENSIVE',
      `More than ${maxCandidates.toLocaleString('en')} claims or values differ from others of the same thing, which is too many to compare at once: ask for one "subject".`,
    );
}

const flattened = (rows: readonly (readonly [string, Properties[]])[]) =>
  new Map([...groupBy(rows, ([origin]) => origin)].map(([origin, group]) => [origin, group.flatMap(([, items]) => items)]));
