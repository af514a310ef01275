/** Where claims and observations lead: what they rest on, who says it, what it is about. Filters, facets and orders are made of these rows. */
import type { Label } from './entities.js';
import { textPredicates } from './predicates.js';
import { filterDescription, type RecordField } from './record-fields.js';
import { claimFields, evidenceFields, observationFields, type RecordLabel } from './records.js';
import type { RelationType } from './relations/relations.js';

/** A relationship on the way: a relation of the model, which must hold on the day requested, or one that joins records to what they name. */
export interface WayStep {
  readonly type: RelationType | (string & {});
  readonly direction: 'out' | 'in';
  readonly to: Label | 'Entity' | 'Claim';
}

export interface RecordWay {
  readonly description: string;
  /** What a filter by one of these entities asks. */
  readonly condition: string;
  /** The labels of what it leads to; any by default. */
  readonly to?: readonly Label[] | undefined;
  /** Paths from the record to entities; what several of them lead to counts once. `predicate`: only from claims with this predicate. */
  readonly paths: readonly { readonly predicate?: string; readonly steps: readonly WayStep[] }[];
  /** The name of the filter by how many of them there are. */
  readonly plural?: string;
}

const claims = { type: claimFields.subject.edge, direction: 'in', to: 'Claim' } as const satisfies WayStep;
const document = { type: evidenceFields.document.edge, direction: 'out', to: 'Document' } as const satisfies WayStep;
const outlet = { type: 'PUBLISHED', direction: 'in', to: 'Organization' } as const satisfies WayStep;
const linked = (edge: string): WayStep => ({ type: edge, direction: 'out', to: 'Entity' });

const outlets =
  'The outlets of the documents that it rests on: those that published them, and those that they name as their source.';

/** A field that holds several ids leads to these entities. */
const linksOf = (fields: Readonly<Record<string, RecordField>>): Record<string, RecordWay> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field.edge === undefined || field.many !== true
        ? []
        : [
            [
              name,
              {
                description: field.description,
                condition: filterDescription(field),
                to: field.to,
                paths: [{ steps: [linked(field.edge)] }],
              },
            ],
          ],
    ),
  );

const recordWays: Readonly<Record<RecordLabel, Readonly<Record<string, RecordWay>>>> = {
  Claim: {
    document: {
      description: 'The documents that it rests on.',
      condition: filterDescription(evidenceFields.document),
      to: [document.to],
      paths: [{ steps: [document] }],
      plural: 'documents',
    },
    source: {
      description: outlets,
      condition: 'Rests on a document that this outlet published, or that names it as its source.',
      to: [outlet.to],
      paths: [{ steps: [document, outlet] }],
    },
    speaker: {
      description: 'Who says it: those to whom a document attributes it, and the subject of a statement.',
      condition: 'Is what this entity says: attributed to it, or a statement of which it is the subject.',
      to: textPredicates.STATED.subjects,
      paths: [
        { steps: [linked(claimFields.attributedTo.edge)] },
        { predicate: 'STATED', steps: [linked(claimFields.subject.edge)] },
      ],
    },
    ...linksOf(claimFields),
  },
  Observation: {
    document: {
      description: 'The documents that its claims rest on.',
      condition: 'Has a claim that rests on this document.',
      to: [document.to],
      paths: [{ steps: [claims, document] }],
      plural: 'documents',
    },
    source: {
      description: outlets,
      condition: 'Has a claim that rests on a document that this outlet published, or that names it as its source.',
      to: [outlet.to],
      paths: [{ steps: [claims, document, outlet] }],
    },
    ...linksOf(observationFields),
  },
};

/** The ways from records of a kind, by name. */
export const waysOfRecord = (record: RecordLabel): readonly (readonly [string, RecordWay])[] =>
  Object.entries(recordWays[record]);
