/**
 * What the graph is made of: every label, property, relation and attribute, as data.
 *
 * Indexes, import validation, generic traversal, statement templates, GraphQL enums and docs/model.md
 * derive from these tables, so that a new relation is one row here and one field at each end.
 */

/** What a property holds. A `date` is EDTF text; the store keeps its earliest and latest day beside it. */
export type PropertyType = 'string' | 'integer' | 'number' | 'date' | 'url' | 'enum';

export interface PropertyModel {
  readonly type: PropertyType;
  readonly description: string;
  /** The values of an `enum`, each with what it means. */
  readonly values?: Readonly<Record<string, string>>;
  /** Rests on claims; the others are our own classification or the record of what was read. */
  readonly claimed?: true;
  /** A text that many items share, so that lists can be counted by it; enums and years are anyway. */
  readonly shared?: true;
}

export interface EntityModel {
  readonly plural: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, PropertyModel>>;
}

const string = (description: string): PropertyModel => ({ type: 'string', description });
const shared = (description: string): PropertyModel => ({ ...string(description), shared: true });
const choice = (description: string, values: Readonly<Record<string, string>>): PropertyModel => ({
  type: 'enum',
  description,
  values,
});
const claimed = (type: PropertyType, description: string): PropertyModel => ({ type, description, claimed: true });

export const policyKinds = {
  LAW: 'An act of a legislature.',
  REGULATION: 'Binding rules of a government or ministry.',
  DECISION: 'A decision on one matter.',
  NOTICE: 'A notice (通知) to those who must act.',
  GUIDELINE: 'Guidance (指导意见) on how to reach an aim.',
  PLAN: 'A plan without its measures spelt out as actions.',
  ACTION_PLAN: 'A plan of actions (行动方案) with aims and dates.',
  CONTROL: 'A restriction, such as on the export of a material.',
  AGREEMENT: 'An agreement between states, banks or agencies.',
  OTHER: 'A written act of another kind.',
} as const;

export const policyStatuses = {
  DRAFT: 'Published for comment.',
  ANNOUNCED: 'Announced; nothing says yet that it is in force.',
  IN_FORCE: 'In force.',
  EXPIRED: 'Past its end.',
  REPEALED: 'Ended by another act.',
} as const;

export const programKinds = {
  PILOT: 'Tried in named places before it is made general.',
  INITIATIVE: 'A long-term undertaking with many projects.',
  CAMPAIGN: 'A push over a limited time.',
  FRAMEWORK: 'A standing arrangement that members act under.',
  ZONE: 'Areas with rules of their own.',
  OTHER: 'A program of another kind.',
} as const;

export const agencyKinds = {
  CABINET: 'The government as a body.',
  MINISTRY: 'A ministry or an agency of its rank.',
  ADMINISTRATION: 'A general administration, bureau or commission.',
  CENTRAL_BANK: 'A central bank or monetary authority.',
  DEPARTMENT: 'A department, office or institute inside another agency.',
  STATISTICS_OFFICE: 'An office of statistics.',
  LEGISLATURE: 'A body that makes laws.',
  PARTY: 'A political party or an organ of it.',
  ARMED_FORCE: 'A military body.',
  INTERGOVERNMENTAL: 'A body of several governments.',
  OTHER: 'A public body of another kind.',
} as const;

export const organizationKinds = {
  COMPANY: 'A company.',
  BANK: 'A bank that is not a central bank.',
  PLATFORM: 'An online marketplace or social network.',
  MEDIA: 'A newspaper, agency, broadcaster or site of news.',
  ASSOCIATION: 'An association of firms or people.',
  INSTITUTE: 'A research institute or a university.',
  SECRETARIAT: "A bloc's secretariat.",
  OTHER: 'An organization of another kind.',
} as const;

export const regionLevels = {
  WORLD: 'The world.',
  CONTINENT: 'A continent (UN M49 region).',
  SUBREGION: 'A part of a continent (UN M49 subregion or intermediate region).',
  COUNTRY: 'A country or territory (ISO 3166-1).',
  PROVINCE: 'A province, autonomous region or municipality (first level below a country).',
  PREFECTURE: 'A prefecture or prefecture-level city (second level).',
  COUNTY: 'A county, district or county-level city (third level).',
  BLOC: 'A group of countries.',
} as const;

export const indicatorKinds = {
  FLOW: 'Counted over a period, such as exports in a year.',
  STOCK: 'Standing at an instant, such as a balance.',
  PRICE: 'A price per unit.',
  SHARE: 'A part of a whole.',
  RATE: 'A rate of change or of occurrence.',
} as const;

export const nameKinds = {
  PREFERRED: 'The name to show in its language.',
  ALIAS: 'Another name in use.',
  ABBREVIATION: 'A short form.',
  FORMER: 'A name no longer in use.',
  TRANSLITERATION: 'A name written in another script, such as pinyin.',
} as const;

export const observationKinds = {
  ACTUAL: 'A value that was measured.',
  TARGET: 'A value that somebody aims at.',
  FORECAST: 'A value that somebody expects.',
  CHANGE: 'A difference to a base period.',
} as const;

export const comparators = {
  EXACT: 'The value as it stands.',
  ABOUT: 'About the value.',
  MORE_THAN: 'More than the value.',
  LESS_THAN: 'Less than the value.',
  AT_LEAST: 'The value or more.',
  AT_MOST: 'The value or less.',
} as const;

/** The entities: label → what it is. The lower-case label is the prefix of its ids. */
export const entities = {
  Policy: {
    plural: 'policies',
    description: 'One written act: a notice, guideline, plan, control or agreement.',
    properties: {
      kind: choice('What kind of act it is.', policyKinds),
      documentNumber: claimed('string', 'The number its issuer gave it (文号).'),
      announcedOn: claimed('date', 'When it was announced.'),
      effectiveFrom: claimed('date', 'When it takes effect.'),
      effectiveTo: claimed('date', 'When it ends.'),
      status: { ...choice('Where it stands.', policyStatuses), claimed: true },
      unnamedIssuers: claimed('integer', 'How many issuers a source counts but does not name.'),
    },
  },
  Program: {
    plural: 'programs',
    description: 'Something run over time under policies: a pilot, an initiative, a campaign.',
    properties: {
      kind: choice('What kind of program it is.', programKinds),
      startedOn: claimed('date', 'When it began.'),
      endedOn: claimed('date', 'When it ended.'),
    },
  },
  Agency: {
    plural: 'agencies',
    description: 'A body of a government or of a party.',
    properties: { kind: choice('What kind of body it is.', agencyKinds) },
  },
  Organization: {
    plural: 'organizations',
    description: "A company, association, institute, media outlet, or a bloc's secretariat.",
    properties: { kind: choice('What kind of organization it is.', organizationKinds) },
  },
  Person: { plural: 'people', description: 'A person whom a source names.', properties: {} },
  Region: {
    plural: 'regions',
    description: 'The world and its parts: a country, province, prefecture or county, or a bloc of countries.',
    properties: { level: choice('Its level in the hierarchy.', regionLevels) },
  },
  Sector: { plural: 'sectors', description: 'An industry or a form of business.', properties: {} },
  Product: { plural: 'products', description: 'Goods or a material.', properties: {} },
  Event: {
    plural: 'events',
    description: 'A conference, launch, press conference or other happening.',
    properties: {
      startedOn: claimed('date', 'When it began.'),
      endedOn: claimed('date', 'When it ended.'),
    },
  },
  Indicator: {
    plural: 'indicators',
    description: 'What is measured, such as the number of used cars exported.',
    properties: {
      unit: shared('The unit of its values: ISO 4217 for money, UCUM otherwise.'),
      kind: choice('What kind of figure it is.', indicatorKinds),
    },
  },
  Document: {
    plural: 'documents',
    description: 'What was read: an article, a notice, a data set.',
    properties: {
      title: string('Its title.'),
      publisher: shared('Who published it.'),
      publishedOn: { type: 'date', description: 'When it was published; empty where the source does not say.' },
      url: { type: 'url', description: 'Where it was published.' },
      language: shared('The language it is written in (BCP 47).'),
      sha256: string('SHA-256 of the archived text, as bytes, that locators count in.'),
      rangeStart: {
        type: 'integer',
        description: 'Where it begins in an archived text that holds several documents, in code points.',
      },
      rangeEnd: {
        type: 'integer',
        description: 'Where it ends in that text, in code points; the character there is not part of it.',
      },
      citedSource: string('The outlet that it names as its own source.'),
      citedOn: { type: 'date', description: 'The date it gives for that source.' },
    },
  },
} as const satisfies Readonly<Record<string, EntityModel>>;

export type Label = keyof typeof entities;
export const labels = Object.keys(entities) as Label[];

/** What claims and observations hold, for filters and orders; they are nodes, but no entities. */
export const records = {
  Claim: {
    plural: 'claims',
    description: 'One assertion of one or more passages: subject, predicate, and an object or a value.',
    properties: {
      predicate: shared('What is asserted: a relation, a property, or PROVIDES, STATED, LISTS_ALL_MEMBERS or NOTE.'),
      subject: string('The id of what it is about.'),
      object: string('The id of the entity at the other end.'),
      from: { type: 'date', description: 'Since when it holds.' },
      until: { type: 'date', description: 'Until when it holds.' },
      recordedAt: string('When the graph took it in (ISO instant).'),
    },
  },
  Observation: {
    plural: 'observations',
    description: 'A value of an indicator, about something, in a region, over a period.',
    properties: {
      kind: choice('Whether it was measured, is aimed at, or is expected.', observationKinds),
      indicator: shared('The id of the indicator.'),
      region: shared('The id of the region.'),
      period: { type: 'date', description: 'The period that it is for.' },
      unit: shared('Its unit: ISO 4217 for money, UCUM otherwise.'),
      comparator: choice('How the value is meant.', comparators),
      value: { type: 'number', description: 'The value.' },
      reportedBy: shared('The id of who reported it.'),
    },
  },
} as const satisfies Readonly<Record<string, EntityModel>>;

/** Everything that is listed, filtered and ordered. */
export type Listed = Label | keyof typeof records;

export interface RelationModel {
  readonly description: string;
  /** What filters call it, seen from the source and from the target. */
  readonly where: { readonly out: string; readonly in: string };
  readonly from: readonly Label[];
  readonly to: readonly Label[];
  /** Both ends carry the same label, as a region is part of a region. */
  readonly sameLabel?: true;
  /** The field on the source that leads to a target, by the target's label. */
  readonly out: Readonly<Partial<Record<Label, string>>>;
  /** The field on the target that leads to a source, by the source's label. */
  readonly in: Readonly<Partial<Record<Label, string>>>;
  readonly attributes: Readonly<Record<string, PropertyModel>>;
  /** Entities of these labels have it to at most one other at a time, or to others of which one is part of the next. */
  readonly single?: readonly Label[];
  /** Must not lead back to where it began. */
  readonly acyclic?: true;
  /** Left out of paths and neighbourhoods unless asked for. */
  readonly quiet?: true;
}

const priorPolicies = {
  from: ['Policy'],
  to: ['Policy'],
  out: { Policy: 'priorPolicies' },
  in: { Policy: 'laterPolicies' },
  attributes: {},
} as const;

export const issuerRoles = {
  LEAD: 'Named first, or said to lead.',
  JOINT: 'One of several issuers.',
  ANNOUNCED: 'Made it public.',
} as const;

/** The relations: type → who is joined to whom, under which field names, with which attributes. */
export const relations = {
  PART_OF: {
    description: 'A region lies in a region, an agency or organization belongs to another.',
    where: { out: 'partOf', in: 'hasPart' },
    from: ['Region', 'Agency', 'Organization'],
    to: ['Region', 'Agency', 'Organization'],
    sameLabel: true,
    out: { Region: 'parent', Agency: 'parent', Organization: 'parent' },
    in: { Region: 'children', Agency: 'children', Organization: 'children' },
    attributes: {},
    single: ['Region', 'Agency'],
    acyclic: true,
  },
  MEMBER_OF: {
    description: 'A region is a member of a bloc.',
    where: { out: 'memberOf', in: 'hasMember' },
    from: ['Region'],
    to: ['Region'],
    out: { Region: 'blocs' },
    in: { Region: 'members' },
    attributes: {},
    acyclic: true,
  },
  LOCATED_IN: {
    description: 'An agency, organization or event is in a region.',
    where: { out: 'locatedIn', in: 'locationOf' },
    from: ['Agency', 'Organization', 'Event'],
    to: ['Region'],
    out: { Region: 'location' },
    in: { Agency: 'located', Organization: 'located', Event: 'located' },
    attributes: {},
  },
  HOLDS_POSITION: {
    description: 'A person holds a position at an agency or organization.',
    where: { out: 'holdsPositionAt', in: 'hasHolder' },
    from: ['Person'],
    to: ['Agency', 'Organization'],
    out: { Agency: 'positions', Organization: 'positions' },
    in: { Person: 'people' },
    attributes: { title: string('The title of the position.') },
  },
  OWNS: {
    description: 'An organization owns another, or a product.',
    where: { out: 'owns', in: 'ownedBy' },
    from: ['Organization'],
    to: ['Organization', 'Product'],
    out: { Organization: 'owns', Product: 'owns' },
    in: { Organization: 'ownedBy' },
    attributes: {},
  },
  ISSUED: {
    description: 'An agency issued a policy.',
    where: { out: 'issued', in: 'issuedBy' },
    from: ['Agency'],
    to: ['Policy'],
    out: { Policy: 'policies' },
    in: { Agency: 'issuers' },
    attributes: { role: choice('What part the issuer had.', issuerRoles) },
  },
  ADMINISTERS: {
    description: 'An agency runs a program.',
    where: { out: 'administers', in: 'administeredBy' },
    from: ['Agency'],
    to: ['Program'],
    out: { Program: 'programs' },
    in: { Agency: 'administrators' },
    attributes: {},
  },
  ESTABLISHES: {
    description: 'A policy sets up or carries on a program.',
    where: { out: 'establishes', in: 'establishedBy' },
    from: ['Policy'],
    to: ['Program'],
    out: { Program: 'programs' },
    in: { Policy: 'policies' },
    attributes: {},
  },
  AMENDS: { description: 'A policy changes an earlier one.', where: { out: 'amends', in: 'amendedBy' }, ...priorPolicies },
  REPEALS: { description: 'A policy ends an earlier one.', where: { out: 'repeals', in: 'repealedBy' }, ...priorPolicies },
  IMPLEMENTS: {
    description: 'A policy carries out an earlier one.',
    where: { out: 'implements', in: 'implementedBy' },
    ...priorPolicies,
  },
  FOLLOWS: {
    description: 'A policy comes after an earlier one on the same matter.',
    where: { out: 'follows', in: 'followedBy' },
    ...priorPolicies,
  },
  COVERS: {
    description: 'A policy or program covers a region.',
    where: { out: 'covers', in: 'coveredBy' },
    from: ['Policy', 'Program'],
    to: ['Region'],
    out: { Region: 'regions' },
    in: { Policy: 'policies', Program: 'programs' },
    attributes: { batch: { type: 'integer', description: 'The batch in which the region was admitted; 1 is the first.' } },
  },
  CONCERNS: {
    description: 'A policy or program is about a sector or product.',
    where: { out: 'concerns', in: 'concernOf' },
    from: ['Policy', 'Program'],
    to: ['Sector', 'Product'],
    out: { Sector: 'sectors', Product: 'products' },
    in: { Policy: 'policies', Program: 'programs' },
    attributes: {},
  },
  SUPPORTS: {
    description: 'A policy or program helps a program along.',
    where: { out: 'supports', in: 'supportedBy' },
    from: ['Policy', 'Program'],
    to: ['Program'],
    out: { Program: 'supports' },
    in: { Policy: 'supportedBy', Program: 'supportedBy' },
    attributes: {},
  },
  MARKETS_TO: {
    description: 'A product, program or organization sells to a region.',
    where: { out: 'marketsTo', in: 'marketOf' },
    from: ['Product', 'Program', 'Organization'],
    to: ['Region'],
    out: { Region: 'markets' },
    in: { Product: 'marketedBy', Program: 'marketedBy', Organization: 'marketedBy' },
    attributes: {},
  },
  PARTICIPATED_IN: {
    description: 'A person, agency or organization took part in an event.',
    where: { out: 'participatedIn', in: 'hasParticipant' },
    from: ['Person', 'Agency', 'Organization'],
    to: ['Event'],
    out: { Event: 'events' },
    in: { Person: 'participants', Agency: 'participants', Organization: 'participants' },
    attributes: { role: string('The part taken, such as speaker or host.') },
  },
  INCLUDES: {
    description: 'A sector or product is made up of others.',
    where: { out: 'includes', in: 'includedIn' },
    from: ['Sector', 'Product'],
    to: ['Sector', 'Product'],
    out: { Sector: 'includes', Product: 'includes' },
    in: { Sector: 'partOf', Product: 'partOf' },
    attributes: {},
    acyclic: true,
  },
  MENTIONS: {
    description: 'A document names an entity.',
    where: { out: 'mentions', in: 'mentionedIn' },
    from: ['Document'],
    to: [
      'Policy',
      'Program',
      'Agency',
      'Organization',
      'Person',
      'Region',
      'Sector',
      'Product',
      'Event',
      'Indicator',
      'Document',
    ],
    out: Object.fromEntries(
      [
        'Policy',
        'Program',
        'Agency',
        'Organization',
        'Person',
        'Region',
        'Sector',
        'Product',
        'Event',
        'Indicator',
        'Document',
      ].map((label) => [label, 'mentions']),
    ) as Partial<Record<Label, string>>,
    in: { Document: 'documents' },
    attributes: {},
    quiet: true,
  },
} as const satisfies Readonly<Record<string, RelationModel>>;

export type RelationType = keyof typeof relations;
export const relationTypes = Object.keys(relations) as RelationType[];

/** What evidence is of: the claim itself, or only its dates, such as an article that gives the year of what another tells. */
export const evidenceSupports = {
  FACT: 'What the claim says.',
  DATES: 'Only when it holds: something else says that it does.',
} as const;

export type EvidenceSupport = keyof typeof evidenceSupports;

/** Predicates that carry text in our own words instead of joining two entities. */
export const textPredicates = {
  PROVIDES: 'What a policy orders, allows or funds.',
  STATED: 'What somebody said.',
  LISTS_ALL_MEMBERS: "The source's list of a program's regions is complete.",
  NOTE: 'A fact that fits no other predicate.',
} as const;

/** A way from an entity along relations: a field of the API. */
export interface RelationField {
  readonly types: readonly RelationType[];
  readonly direction: 'out' | 'in';
  /** The labels of what it leads to. */
  readonly targets: readonly Label[];
  readonly attributes: Readonly<Record<string, PropertyModel>>;
}

/** The relation fields of an entity of this label, by name. */
export function relationFields(label: Label): ReadonlyMap<string, RelationField> {
  const fields = new Map<string, RelationField>();
  for (const [type, relation] of Object.entries(relations) as [RelationType, RelationModel][]) {
    for (const [name, direction, targets] of [...outward(label, relation), ...inward(label, relation)]) {
      const known = fields.get(name);
      fields.set(name, {
        types: known === undefined ? [type] : [...known.types, type],
        direction,
        targets: [...new Set([...(known?.targets ?? []), ...targets])],
        attributes: { ...known?.attributes, ...relation.attributes },
      });
    }
  }
  return fields;
}

type FieldEnd = readonly [name: string, direction: 'out' | 'in', targets: Label[]];

function outward(label: Label, { from, out, sameLabel }: RelationModel): FieldEnd[] {
  return from.includes(label) ? byName(out, sameLabel ? label : undefined).map(([name, targets]) => [name, 'out', targets]) : [];
}

function inward(label: Label, { to, in: names, sameLabel }: RelationModel): FieldEnd[] {
  return to.includes(label) ? byName(names, sameLabel ? label : undefined).map(([name, targets]) => [name, 'in', targets]) : [];
}

function byName(names: Readonly<Partial<Record<Label, string>>>, only: Label | undefined): [string, Label[]][] {
  const entries = (Object.entries(names) as [Label, string][]).filter(([label]) => only === undefined || label === only);
  return [...new Set(entries.map(([, name]) => name))].map((name) => [
    name,
    entries.filter(([, other]) => other === name).map(([label]) => label),
  ]);
}
