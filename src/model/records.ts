import type { Label } from './entities.js';
import { choice, idOf, shared, text, type ListedModel } from './properties.js';
import { comparators, observationKinds } from './values.js';

/** What claims and observations hold, for filters and orders; they are nodes, but no entities. */
export const records = {
  Claim: {
    plural: 'claims',
    description: 'One assertion of one or more passages: subject, predicate, and an object or a value.',
    properties: {
      predicate: shared('What is asserted: a relation, a property, or PROVIDES, PURPOSE, STATED, LISTS_ALL_MEMBERS or NOTE.'),
      subject: idOf(text('The id of what it is about.')),
      object: idOf(text('The id of the entity at the other end.')),
      from: { type: 'date', description: 'Since when it holds.' },
      until: { type: 'date', description: 'Until when it holds.' },
      event: idOf(shared('The id of the event where it was said.')),
      saidTo: idOf(shared('The id of the outlet that it was said to.')),
      saidOn: { type: 'date', description: 'When it was said.' },
      recordedAt: text('When the graph took it in (ISO instant).'),
    },
  },
  Observation: {
    plural: 'observations',
    description: 'A value of an indicator, about something, in a region, over a period.',
    properties: {
      kind: choice('Whether it was measured, is aimed at, or is expected.', observationKinds),
      indicator: idOf(shared('The id of the indicator.')),
      region: idOf(shared('The id of the region.')),
      period: { type: 'date', description: 'The period that it is for.' },
      unit: shared('Its unit: ISO 4217 for money, UCUM otherwise.'),
      comparator: choice('How the value is meant.', comparators),
      value: { type: 'number', description: 'The value.' },
      rank: { type: 'integer', description: 'The place among all that are measured: 1 is the first or largest.' },
      rankedIn: idOf(shared('The id of the region among whose members it is ranked.')),
      reportedBy: idOf(shared('The id of who reported it.')),
    },
  },
} as const satisfies Readonly<Record<string, ListedModel>>;

/** Everything that is listed, filtered and ordered. */
export type Listed = Label | keyof typeof records;
