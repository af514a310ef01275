import { choice, claimed, claimedDate, date, shared, text, type EntityModel, type PropertyModel } from './properties.js';
import {
  agencyKinds,
  indicatorKinds,
  organizationKinds,
  policyKinds,
  policyStatuses,
  programKinds,
  regionLevels,
} from './values.js';

/** The entities: label → what it is. The lower-case label is the prefix of its ids. */
const rows = {
  Policy: {
    plural: 'policies',
    description: 'One written act: a notice, guideline, plan, control or agreement.',
    example: 'policy:cn-2024-used-car-export-notice',
    properties: {
      kind: choice('What kind of act it is.', policyKinds),
      documentNumber: {
        ...claimed(
          'string',
          'The number its issuer gave it (文号). Filters compare its letters and digits: 国发[2024]1号 is 国发〔2024〕1号.',
        ),
        comparedByKey: true,
      },
      announcedOn: claimedDate('When it was announced.', 'ANNOUNCED'),
      effectiveFrom: claimedDate('When it takes effect.', 'EFFECTIVE'),
      effectiveTo: { ...claimedDate('When it ends.', 'EXPIRED'), notBefore: 'effectiveFrom' },
      status: { ...choice('Its legal status.', policyStatuses), claimed: true },
      unnamedIssuers: claimed('integer', 'How many issuers a source counts but does not name.'),
    },
    begins: ['announcedOn', 'effectiveFrom'],
    relationDates: 'OTHER_DAYS',
  },
  Program: {
    plural: 'programs',
    description: 'Something run over time under policies: a pilot, an initiative, a campaign.',
    example: 'program:cn-used-car-export-pilot',
    properties: {
      kind: choice('What kind of program it is.', programKinds),
      startedOn: claimedDate('When it began.', 'STARTED'),
      endedOn: { ...claimedDate('When it ended.', 'ENDED'), notBefore: 'startedOn' },
    },
    begins: ['startedOn'],
  },
  Agency: {
    plural: 'agencies',
    description: 'A body of a government or of a party.',
    example: 'agency:cn-mofcom',
    ancestors: 'The agencies that it belongs to, the nearest first.',
    properties: { kind: choice('What kind of body it is.', agencyKinds) },
  },
  Organization: {
    plural: 'organizations',
    description: "A company, association, institute, media outlet, or a bloc's secretariat.",
    example: 'organization:cn-xinhua',
    ancestors: 'The organizations that it belongs to, the nearest first.',
    properties: { kind: choice('What kind of organization it is.', organizationKinds) },
  },
  Person: { plural: 'people', description: 'A person whom a source names.', example: 'person:luo-lei', properties: {} },
  Region: {
    plural: 'regions',
    description: 'The world and its parts: a country, province, prefecture or county, or a bloc of countries.',
    example: 'region:CN-GD',
    idIsCode: true,
    codes: true,
    ancestors: 'The regions that it lies in, the nearest first.',
    properties: { level: choice('Its level in the hierarchy.', regionLevels) },
  },
  Sector: {
    plural: 'sectors',
    description: 'An industry or a form of business.',
    example: 'sector:cross-border-e-commerce',
    inTexts: 'COMMON_NOUNS',
    codes: true,
    properties: {},
  },
  Product: {
    plural: 'products',
    description: 'Goods or a material.',
    example: 'product:used-cars',
    inTexts: 'COMMON_NOUNS',
    codes: true,
    properties: {},
  },
  Topic: {
    plural: 'topics',
    description: 'A subject that acts are filed under: a keyword of a list or of an archive.',
    example: 'topic:export-licences',
    inTexts: 'COMMON_NOUNS',
    properties: {},
  },
  Event: {
    plural: 'events',
    description: 'A conference, launch, press conference or other happening.',
    example: 'event:boao-forum-2024',
    properties: {
      startedOn: claimedDate('When it began.', 'EVENT'),
      endedOn: { ...claimedDate('When it ended.', 'ENDED'), notBefore: 'startedOn' },
    },
    begins: ['startedOn'],
    relationDates: 'UNLESS_DATED',
  },
  Indicator: {
    plural: 'indicators',
    description: 'What is measured, such as the number of used cars exported.',
    example: 'indicator:cn-used-cars-exported',
    inTexts: 'NEVER',
    properties: {
      unit: { ...shared('The unit of its values: ISO 4217 for money, UCUM otherwise.'), form: 'unit' },
      kind: choice('What kind of figure it is.', indicatorKinds),
    },
  },
  Document: {
    plural: 'documents',
    description: 'What was read: an article, a notice, a data set.',
    example: 'document:china-oks-secondhand-car-exports',
    namedBy: 'title',
    inTexts: 'NEVER',
    properties: {
      title: text('Its title.'),
      publisher: shared('Who published it.'),
      publishedOn: date('When it was published; empty where the source does not say.', 'PUBLISHED'),
      writtenOn: date('When it was written, as its own text shows, where the source gives no date.', 'WRITTEN'),
      url: { type: 'url', description: 'Where it was published.' },
      language: { ...shared('The language it is written in (BCP 47).'), form: 'language' },
      sha256: text('SHA-256 of the archived text, as bytes, that locators count in.'),
      rangeStart: {
        type: 'integer',
        description: 'Where it begins in an archived text that holds several documents, in code points.',
      },
      rangeEnd: {
        type: 'integer',
        description: 'Where it ends in that text, in code points; exclusive.',
      },
      citedSource: text('The outlet that it names as its own source.'),
      citedOn: date('The date it gives for that source.', 'PUBLISHED'),
    },
    isOneDate: true,
  },
} as const satisfies Readonly<Record<string, EntityModel>>;

export type Label = keyof typeof rows;
export const entities: Readonly<Record<Label, EntityModel>> = rows;
export const labels = Object.keys(rows) as Label[];

/** A property that a label is known to have. */
export function propertyModel(label: Label, name: string): PropertyModel {
  const property = entities[label].properties[name];
  if (property === undefined) throw new Error(`Unknown property "${name}" of ${label}.`);
  return property;
}

/** Whether a property of a label rests on claims; the others are our own classification or the record of what was read. */
export const isClaimed = (label: Label, property: string): boolean => entities[label].properties[property]?.claimed === true;

/** The properties of a label that rest on claims. */
export const claimedNames = (label: Label): string[] =>
  Object.keys(entities[label].properties).filter((name) => isClaimed(label, name));

/** Those of a label that do not. */
export const unclaimedProperties = (label: Label): [string, PropertyModel][] =>
  Object.entries(entities[label].properties).filter(([, { claimed: isClaimed }]) => isClaimed !== true);

/** A beginning and an end of entities of a label: the end is not before the beginning. */
export interface Span {
  readonly label: Label;
  readonly start: string;
  readonly end: string;
}

export const spans: readonly Span[] = labels.flatMap((label) =>
  Object.entries(entities[label].properties).flatMap(([end, { notBefore: start }]) =>
    start === undefined ? [] : [{ label, start, end }],
  ),
);
