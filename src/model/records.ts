import type { Label } from './entities.js';
import type { ListedModel, PropertyModel } from './properties.js';
import { date, filterDescription, integer, link, number, oneOf, text, type Fields } from './record-fields.js';
import { comparators, evidenceSupports, observationKinds } from './values.js';

/** In the order in which files and exports name them. Beside these a claim has the attributes of the relation that it asserts, and its evidence. */
export const claimFields = {
  subject: link('What it is about: an entity or an observation.', 'SUBJECT', {
    required: true,
    orObservation: true,
    end: 'source',
    identity: 'always',
    filterable: true,
    shared: true,
    describe: { filter: 'The id of what it is about.', input: 'The entity or observation that it is about.' },
  }),
  predicate: text('What is asserted: a relation, a property, or PROVIDES, PURPOSE, STATED, LISTS_ALL_MEMBERS or NOTE.', {
    required: true,
    identity: 'always',
    filterable: true,
    shared: true,
    form: 'key',
  }),
  object: link('The entity at the other end, where it asserts a relation.', 'OBJECT', {
    end: 'target',
    identity: 'always',
    filterable: true,
    shared: true,
    describe: {
      filter: 'The id of the entity at the other end.',
      input: 'The entity at the other end, for a relation.',
    },
  }),
  value: text("The value, where it is not a relation: a date as EDTF, a number, or a sentence of the graph's own.", {
    orNumber: true,
    identity: 'always',
    form: 'text',
    describe: { input: 'The value, for a property or a text; dates as EDTF, numbers as text.' },
  }),
  from: date('Since when it holds.', { identity: 'always', filterable: true, partOf: 'validity' }),
  until: date('Until when it holds.', { identity: 'always', filterable: true, partOf: 'validity' }),
  attributedTo: link('According to whom, where a document reports what somebody says.', 'ATTRIBUTED_TO', {
    many: true,
    default: [],
    identity: 'always',
    isEdgeOnly: true,
    describe: {
      filter: 'Is what this entity says, according to its document.',
      output: 'Whose word it is, where a document reports the word of somebody.',
    },
  }),
  about: link('The entities that a statement, provision, purpose or note is about.', 'ABOUT', {
    many: true,
    identity: 'together',
    describe: { filter: 'Is about this entity, as a statement, provision, purpose or note.' },
  }),
  event: link('The event where it was said.', 'SAID_AT', {
    to: ['Event'],
    identity: 'together',
    filterable: true,
    shared: true,
    describe: { filter: 'The id of the event where it was said.' },
  }),
  saidOn: date('When it was said.', { identity: 'together', filterable: true }),
  saidTo: link('The outlet that it was said to.', 'SAID_TO', {
    to: ['Organization'],
    identity: 'together',
    filterable: true,
    shared: true,
    describe: { filter: 'The id of the outlet that it was said to.' },
  }),
  recordedAt: text('When the graph took it in, as an ISO 8601 instant in UTC.', {
    required: true,
    setByGraph: true,
    filterable: true,
    describe: { filter: 'When the graph took it in (ISO instant).' },
  }),
  retractedAt: text('When it was retracted; null while it is live.', { setByGraph: true }),
} as const satisfies Fields;

/** In the order in which files and exports name them. */
export const observationFields = {
  indicator: link('What is measured.', 'MEASURES', {
    to: ['Indicator'],
    required: true,
    identity: 'always',
    filterable: true,
    shared: true,
    describe: { filter: 'The id of the indicator.', input: 'The indicator.' },
  }),
  about: link('What it is about, besides the indicator.', 'ABOUT', {
    many: true,
    default: [],
    identity: 'always',
    describe: { filter: 'Is about this entity.' },
  }),
  region: link('The region that it is for.', 'OBSERVED_IN', {
    to: ['Region'],
    identity: 'always',
    filterable: true,
    shared: true,
    describe: { filter: 'The id of the region.', input: 'The region.' },
  }),
  period: date('The period that it is for.', {
    identity: 'always',
    filterable: true,
    describe: { output: 'The period that it is for; null when the source does not say.' },
  }),
  basePeriod: date('What a change or target is measured against.', {
    identity: 'always',
    describe: { input: 'What a CHANGE or TARGET is measured against (EDTF).' },
  }),
  value: number('The value.', {
    identity: 'always',
    filterable: true,
    describe: {
      output: 'The value. `comparator` says whether it is exact, `unit` what it counts. Null when the source gives only a rank.',
      input: 'The value; left out where the source gives only a rank.',
    },
  }),
  unit: text('Its unit: ISO 4217 for money, UCUM otherwise.', {
    form: 'unit',
    identity: 'always',
    filterable: true,
    shared: true,
    describe: { input: 'Its unit: ISO 4217 for money, UCUM otherwise. A value must have one.' },
  }),
  comparator: oneOf('How the value is meant.', comparators, {
    default: 'EXACT',
    identity: 'always',
    filterable: true,
    describe: { input: 'EXACT by default.' },
  }),
  kind: oneOf('Whether it was measured, is aimed at, or is expected.', observationKinds, {
    required: true,
    identity: 'always',
    filterable: true,
  }),
  convertedValue: number("The source's own conversion.", { partOf: 'converted' }),
  convertedUnit: text("The unit of the source's own conversion.", { form: 'unit', partOf: 'converted' }),
  reportedBy: link('Who reported the value.', 'REPORTED_BY', {
    identity: 'always',
    filterable: true,
    shared: true,
    describe: { filter: 'The id of who reported it.', input: 'Who reported it.' },
  }),
  rank: integer('The place among all that are measured: 1 is the first or largest.', {
    least: 1,
    identity: 'together',
    filterable: true,
  }),
  rankedIn: link('The region among whose members it is ranked.', 'RANKED_IN', {
    to: ['Region'],
    identity: 'together',
    filterable: true,
    shared: true,
    describe: { filter: 'The id of the region among whose members it is ranked.' },
  }),
} as const satisfies Fields;

/** What a claim rests on: the fields of its relationships to documents. A locator or a key of a record says where in the document. */
export const evidenceFields = {
  document: link('The document that says it.', 'EVIDENCED_BY', {
    to: ['Document'],
    required: true,
    describe: { filter: 'Rests on this document.', input: 'The document.' },
  }),
  start: integer('Its first character, counted in Unicode code points from 0.', {
    least: 0,
    partOf: 'locator',
    describe: { input: "The passage's first character in the archived text, in code points from 0." },
  }),
  end: integer('The character after its last one.', { least: 1, partOf: 'locator' }),
  sha256: text('The SHA-256 of the passage in UTF-8, in hexadecimal.', { form: 'hash', partOf: 'locator' }),
  record: text('The key of the record, for a data set.', { form: 'key' }),
  supports: oneOf('Whether it is evidence of what the claim says, or only of when it holds.', evidenceSupports, {
    absentMeans: 'FACT',
    describe: { input: 'FACT by default.' },
  }),
  summary: text("What the passage says, in one sentence of the graph's own.", {
    required: true,
    form: 'text',
    describe: { input: 'What it says, in one sentence of your own.' },
  }),
} as const satisfies Fields;

/** Claims and observations; they are nodes, but no entities. `properties` are what their lists are filtered, ordered and counted by. */
export const records = {
  Claim: {
    plural: 'claims',
    description: 'One assertion of one or more passages: subject, predicate, and an object or a value.',
    fields: claimFields,
    properties: filterable(claimFields),
  },
  Observation: {
    plural: 'observations',
    description: 'A value of an indicator, about something, in a region, over a period.',
    fields: observationFields,
    properties: filterable(observationFields),
  },
} as const satisfies Readonly<Record<string, ListedModel & { readonly fields: Fields }>>;

export type RecordLabel = keyof typeof records;

/** Everything that is listed, filtered and ordered. */
export type Listed = Label | RecordLabel;

function filterable(fields: Fields): Readonly<Record<string, PropertyModel>> {
  const entries = Object.entries(fields).filter(([, field]) => field.filterable === true);
  return Object.fromEntries(entries.map(([name, field]) => [name, { ...field, description: filterDescription(field) }]));
}
