/** A claim as a person reads it: names in place of ids, words in place of codes. Made from the record, so that what is added to it shows. */
import type { RequestedClaim } from '../changesets/claims.js';
import { isMeasure, labelOf, listedModels, relations, textPredicates } from '../model/model.js';
import type { EntityRecord, ObservationRecord } from '../graph/stored/record-types.js';
import { shownName } from '../graph/stored/storage.js';

/** A value, or the name of an entity with its id. */
export interface Term {
  readonly text: string;
  readonly id?: string;
}

export interface Wording {
  readonly subject: Term;
  readonly predicate: string;
  /** What the predicate means. */
  readonly meaning: string | undefined;
  /** The entity at the other end, or the value. */
  readonly object: Term | undefined;
  /** Everything else that is claimed: attributes, dates, qualifiers, and what an observation measures. */
  readonly details: readonly Detail[];
}

export interface Detail {
  readonly label: string;
  readonly terms: readonly Term[];
}

/** Not claimed, or told elsewhere. */
const claimKeys = [
  'id',
  'subject',
  'predicate',
  'object',
  'value',
  'attributes',
  'evidence',
  'isRecord',
  'repeats',
  'supersedes',
];
const observationKeys = ['id', 'value', 'unit', 'comparator', 'rank'];

export class ClaimReader {
  constructor(
    private readonly entities: ReadonlyMap<string, EntityRecord>,
    private readonly observations: ReadonlyMap<string, ObservationRecord>,
  ) {}

  read(claim: RequestedClaim): Wording {
    const { subject, predicate, object, value, attributes } = claim;
    const observation = this.observations.get(subject);
    const meaning = meaningOf(predicate, subject);
    const details = [...this.details(attributes), ...this.details(claim, claimKeys)];
    if (observation === undefined)
      return { subject: this.term(subject), predicate: wordsOf(predicate), meaning, object: this.term(object ?? value), details };
    return {
      subject: { text: this.term(observation.indicator).text, id: subject },
      predicate: wordsOf(predicate),
      meaning,
      object: { text: isMeasure(predicate) ? measured(observation) : written(value) },
      details: [...this.details(observation, observationKeys), ...details],
    };
  }

  /** The name of an entity; what is no entity as it is written. */
  term(value: string | number): Term;
  term(value: string | number | undefined): Term | undefined;
  term(value: string | number | undefined): Term | undefined {
    if (value === undefined) return undefined;
    const entity = this.entities.get(String(value));
    return entity === undefined ? { text: written(value) } : { text: shownName(entity.names).value, id: entity.id };
  }

  private details(record: object, without: readonly string[] = []): Detail[] {
    return Object.entries(record as Readonly<Record<string, Term['text'] | number | readonly string[] | undefined>>)
      .filter(([key, value]) => !without.includes(key) && value !== undefined)
      .map(([key, value]) => ({ label: wordsOf(key), terms: [value ?? []].flat().map((each) => this.term(each)) }))
      .filter(({ terms }) => terms.length > 0);
  }
}

/** "more than 15,000 {car}, rank 1". */
function measured({ comparator, value, unit, rank }: ObservationRecord): string {
  const amount =
    value === undefined ? undefined : [comparator === 'EXACT' ? '' : wordsOf(comparator), written(value), unit ?? ''];
  return [amount?.join(' ').trim(), rank === undefined ? undefined : `rank ${rank}`]
    .filter((part) => part !== undefined)
    .join(', ');
}

const written = (value: string | number | undefined): string =>
  typeof value === 'number' ? value.toLocaleString('en', { maximumFractionDigits: 20 }) : (value ?? '');

/** "PART_OF" and "announcedOn" as words: "part of", "announced on". */
function wordsOf(key: string): string {
  return key
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replaceAll('_', ' ')
    .toLowerCase();
}

function meaningOf(predicate: string, subject: string): string | undefined {
  const described: Readonly<Record<string, { readonly description: string } | undefined>> = { ...relations, ...textPredicates };
  const label = labelOf(subject);
  const model = listedModels[label ?? 'Observation'];
  return (described[predicate] ?? model.properties[predicate])?.description;
}
