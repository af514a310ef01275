import { labels, type Label } from './entities.js';
import { choice, text, type PropertyModel } from './properties.js';
import { issuerRoles } from './values.js';

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
    attributes: { title: text('The title of the position.') },
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
  SIGNED: {
    description: 'A person signed a policy.',
    where: { out: 'signed', in: 'signedBy' },
    from: ['Person'],
    to: ['Policy'],
    out: { Policy: 'policies' },
    in: { Person: 'signatories' },
    attributes: { title: text('The title that the person signed under.') },
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
  HAS_TOPIC: {
    description: 'A policy is filed under a topic.',
    where: { out: 'hasTopic', in: 'topicOf' },
    from: ['Policy'],
    to: ['Topic'],
    out: { Topic: 'topics' },
    in: { Policy: 'policies' },
    attributes: {},
    quiet: true,
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
    attributes: { role: text('The part taken, such as speaker or host.') },
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
    to: labels,
    out: Object.fromEntries(labels.map((label) => [label, 'mentions'])) as Partial<Record<Label, string>>,
    in: { Document: 'documents' },
    attributes: {},
    quiet: true,
  },
} as const satisfies Readonly<Record<string, RelationModel>>;

export type RelationType = keyof typeof relations;
export const relationTypes = Object.keys(relations) as RelationType[];
