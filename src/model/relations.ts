import { labels, type Label } from './entities.js';
import { choice, idOf, text, type PropertyModel } from './properties.js';
import { issuerRoles, marketExtents, publisherRoles, rivalryMatters } from './values.js';

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
  /** Fields of other relations that lead along this one too. */
  readonly wider?: {
    readonly out: Readonly<Partial<Record<Label, string>>>;
    readonly in: Readonly<Partial<Record<Label, string>>>;
  };
  /** What the API says of a field, as `Program.regions`; the relation's own description by default. */
  readonly describe?: Readonly<Record<string, string>>;
  /** The field on the source leads to one entity rather than to a list. */
  readonly one?: true;
  readonly attributes: Readonly<Record<string, PropertyModel>>;
  /** Entities of these labels have it to at most one other at a time, or to others of which one is part of the next. */
  readonly single?: readonly Label[];
  /** What it says of a part it says of the whole, which leads to the part by this relation. */
  readonly ofParts?: 'INCLUDES';
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
  describe: {
    'Policy.priorPolicies': 'Earlier policies that it amends, repeals, implements or follows.',
    'Policy.laterPolicies': 'Later policies that amend, repeal, implement or follow it.',
  },
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
    describe: {
      'Agency.parent': 'The agency that it belongs to; null when none is known.',
      'Agency.children': 'Its departments and subordinate bodies.',
      'Organization.parent': 'The organization that it belongs to; null when none is known.',
      'Organization.children': 'The organizations that belong to it.',
      'Region.parent': 'The region that it lies in: the province of a city, the part of the world of a country.',
      'Region.children': 'The regions that lie directly in it.',
    },
    one: true,
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
    describe: {
      'Region.blocs': 'The blocs of countries that it is a member of.',
      'Region.members': 'The members of a bloc.',
    },
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
    describe: {
      'Agency.location': 'The region where it is; null when none is known.',
      'Organization.location': 'The region where it is; null when none is known.',
      'Region.located': 'The agencies, organizations and events there.',
      'Event.location': 'The region where it took place; null when none is known.',
    },
    one: true,
    attributes: {},
  },
  NATIONAL_OF: {
    description:
      "An agency, organization or event is a country's own, as a source calls it; where it is located is another matter.",
    where: { out: 'nationalOf', in: 'hasNational' },
    from: ['Agency', 'Organization', 'Event'],
    to: ['Region'],
    out: { Region: 'nationality' },
    in: { Agency: 'nationals', Organization: 'nationals', Event: 'nationals' },
    describe: {
      'Agency.nationality': 'The countries whose own it is, as sources call it.',
      'Organization.nationality': 'The countries whose own it is, as sources call it.',
      'Event.nationality': 'The countries whose own it is, as sources call it.',
      'Region.nationals': 'The agencies, organizations and events that sources call its own.',
    },
    attributes: {},
  },
  HOLDS_POSITION: {
    description: 'A person holds a position at an agency or organization.',
    where: { out: 'holdsPositionAt', in: 'hasHolder' },
    from: ['Person'],
    to: ['Agency', 'Organization'],
    out: { Agency: 'positions', Organization: 'positions' },
    in: { Person: 'people' },
    describe: {
      'Agency.people': 'The people who hold a position there, with their titles.',
      'Organization.people': 'The people who hold a position there, with their titles.',
      'Person.positions': 'The agencies and organizations where the person holds a position, with the title of each.',
    },
    attributes: { title: text('The title of the position.') },
  },
  OWNS: {
    description: 'A region (as a state) or an organization owns an organization or a product.',
    where: { out: 'owns', in: 'ownedBy' },
    from: ['Region', 'Organization'],
    to: ['Organization', 'Product'],
    out: { Organization: 'owns', Product: 'owns' },
    in: { Region: 'ownedBy', Organization: 'ownedBy' },
    describe: {
      'Region.owns': 'The organizations and products that it owns as a state.',
      'Organization.owns': 'The organizations and products that it owns.',
      'Organization.ownedBy': 'The organizations and states that own it.',
      'Product.ownedBy': 'The organizations and states that own it.',
    },
    attributes: {},
  },
  FOUNDED: {
    description: 'A person, agency or organization set up an agency or organization.',
    where: { out: 'founded', in: 'foundedBy' },
    from: ['Person', 'Agency', 'Organization'],
    to: ['Agency', 'Organization'],
    out: { Agency: 'founded', Organization: 'founded' },
    in: { Person: 'founders', Agency: 'founders', Organization: 'founders' },
    describe: {
      'Person.founded': 'The agencies and organizations that the person set up.',
      'Agency.founded': 'The agencies and organizations that it set up.',
      'Organization.founded': 'The agencies and organizations that it set up.',
      'Agency.founders': 'The people, agencies and organizations that set it up.',
      'Organization.founders': 'The people, agencies and organizations that set it up.',
    },
    attributes: {},
  },
  LISTED_ON: {
    description: 'The shares of an organization are traded on an exchange.',
    where: { out: 'listedOn', in: 'hasListing' },
    from: ['Organization'],
    to: ['Organization'],
    out: { Organization: 'exchanges' },
    in: { Organization: 'listings' },
    describe: {
      'Organization.exchanges': 'The exchanges that its shares are traded on, with its ticker on each.',
      'Organization.listings': 'The organizations whose shares are traded on it, with the ticker of each.',
    },
    attributes: { ticker: text('The symbol that the shares are traded under.') },
  },
  ISSUED: {
    description: 'An agency issued a policy.',
    where: { out: 'issued', in: 'issuedBy' },
    from: ['Agency'],
    to: ['Policy'],
    out: { Policy: 'policies' },
    in: { Agency: 'issuers' },
    describe: {
      'Policy.issuers':
        'The agencies that issued it, with the role of each. `unnamedIssuers` counts those that a source does not name.',
      'Agency.policies': 'The policies that it issued, with its role in each.',
    },
    attributes: { role: choice('What part the issuer had.', issuerRoles) },
  },
  SIGNED: {
    description: 'A person signed a policy.',
    where: { out: 'signed', in: 'signedBy' },
    from: ['Person'],
    to: ['Policy'],
    out: { Policy: 'policies' },
    in: { Person: 'signatories' },
    describe: {
      'Policy.signatories': 'The people who signed it, with the title that each signed under.',
      'Person.policies': 'The policies that the person signed, with the title of each signature.',
    },
    attributes: { title: text('The title that the person signed under.') },
  },
  ADMINISTERS: {
    description: 'An agency runs a program.',
    where: { out: 'administers', in: 'administeredBy' },
    from: ['Agency'],
    to: ['Program'],
    out: { Program: 'programs' },
    in: { Agency: 'administrators' },
    describe: {
      'Program.administrators': 'The agencies that run it.',
      'Agency.programs': 'The programs that it runs.',
    },
    attributes: {},
  },
  ESTABLISHES: {
    description: 'A policy sets up or carries on a program.',
    where: { out: 'establishes', in: 'establishedBy' },
    from: ['Policy'],
    to: ['Program'],
    out: { Program: 'programs' },
    in: { Policy: 'policies' },
    describe: {
      'Policy.programs': 'The programs that it sets up, carries on or sets rules for.',
      'Program.policies': 'The policies that set it up, carry it on or set rules for it.',
    },
    attributes: {},
  },
  REGULATES: {
    description: 'A policy sets rules for a program without setting it up.',
    where: { out: 'regulates', in: 'regulatedBy' },
    from: ['Policy'],
    to: ['Program'],
    out: { Program: 'regulates' },
    in: { Policy: 'regulatedBy' },
    wider: { out: { Program: 'programs' }, in: { Policy: 'policies' } },
    describe: {
      'Policy.regulates': 'The programs that it sets rules for without setting them up.',
      'Program.regulatedBy': 'The policies that set rules for it without setting it up.',
    },
    attributes: {},
  },
  PARTY_TO: {
    description: 'A region, agency or organization is a partner of an agreement. Regions inside a party do not inherit it.',
    where: { out: 'partyTo', in: 'hasParty' },
    from: ['Region', 'Agency', 'Organization'],
    to: ['Policy', 'Program'],
    out: { Policy: 'agreements', Program: 'agreements' },
    in: { Region: 'parties', Agency: 'parties', Organization: 'parties' },
    describe: {
      'Region.agreements': 'The policies and programs that it is a partner of.',
      'Agency.agreements': 'The policies and programs that it is a partner of.',
      'Organization.agreements': 'The policies and programs that it is a partner of.',
      'Policy.parties': 'Its partners: regions, agencies and organizations.',
      'Program.parties': 'Its partners: regions, agencies and organizations.',
    },
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
    describe: {
      'Policy.regions': 'The regions that it covers.',
      'Program.regions': 'The regions that it covers, each with its batch, since when, and the claims that say so.',
      'Region.policies': 'The policies that cover it.',
      'Region.programs': 'The programs that cover it, each with its batch, since when, and the claims that say so.',
    },
    attributes: { batch: { type: 'integer', description: 'The batch in which the region was admitted; 1 is the first.' } },
  },
  CONCERNS: {
    description: 'A policy or program is about a sector, a product or organizations.',
    where: { out: 'concerns', in: 'concernOf' },
    from: ['Policy', 'Program'],
    to: ['Sector', 'Product', 'Organization'],
    out: { Sector: 'sectors', Product: 'products', Organization: 'organizations' },
    in: { Policy: 'policies', Program: 'programs' },
    describe: {
      'Policy.sectors': 'The sectors that it is about.',
      'Policy.products': 'The products that it is about.',
      'Policy.organizations': 'The organizations that it is about.',
      'Program.sectors': 'The sectors that it is about.',
      'Program.products': 'The products that it is about.',
      'Program.organizations': 'The organizations that it is about.',
      'Sector.policies': 'The policies that are about it.',
      'Sector.programs': 'The programs that are about it.',
      'Product.policies': 'The policies that are about it.',
      'Product.programs': 'The programs that are about it.',
      'Organization.policies': 'The policies that are about it.',
      'Organization.programs': 'The programs that are about it.',
    },
    ofParts: 'INCLUDES',
    attributes: {},
  },
  HAS_TOPIC: {
    description: 'A policy is filed under a topic.',
    where: { out: 'hasTopic', in: 'topicOf' },
    from: ['Policy'],
    to: ['Topic'],
    out: { Topic: 'topics' },
    in: { Policy: 'policies' },
    describe: {
      'Policy.topics': 'The topics that it is filed under.',
      'Topic.policies': 'The policies that are filed under it.',
    },
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
    describe: {
      'Policy.supports': 'The programs that it helps along.',
      'Program.supports': 'The programs that it helps along.',
      'Program.supportedBy': 'The policies and programs that help it along.',
    },
    attributes: {},
  },
  MARKETS_TO: {
    description: 'A product, program or organization sells to a region.',
    where: { out: 'marketsTo', in: 'marketOf' },
    from: ['Product', 'Program', 'Organization'],
    to: ['Region'],
    out: { Region: 'markets' },
    in: { Product: 'marketedBy', Program: 'marketedBy', Organization: 'marketedBy' },
    describe: {
      'Program.markets': 'The regions that it sells to.',
      'Organization.markets': 'The regions that it sells to.',
      'Region.marketedBy': 'The products, programs and organizations that sell to it.',
      'Product.markets': 'The regions that it is sold to.',
    },
    attributes: {
      origin: idOf(text('The id of the region that the seller or the goods come from.')),
      extent: choice('How much is sold there, only as the source says.', marketExtents),
    },
  },
  WORKS_IN: {
    description: 'An organization works in a sector.',
    where: { out: 'worksIn', in: 'hasOrganization' },
    from: ['Organization'],
    to: ['Sector'],
    out: { Sector: 'sectors' },
    in: { Organization: 'organizations' },
    describe: {
      'Organization.sectors': 'The sectors that it works in.',
      'Sector.organizations': 'The organizations that work in it.',
    },
    attributes: {},
  },
  DEPENDS_ON: {
    description: 'A region, sector, organization or product depends on a product, region or organization.',
    where: { out: 'dependsOn', in: 'hasDependent' },
    from: ['Region', 'Sector', 'Organization', 'Product'],
    to: ['Product', 'Region', 'Organization'],
    out: { Product: 'dependsOn', Region: 'dependsOn', Organization: 'dependsOn' },
    in: { Region: 'dependents', Sector: 'dependents', Organization: 'dependents', Product: 'dependents' },
    attributes: {},
  },
  STUDIES: {
    description: 'An organization or person studies a product, sector, policy or program.',
    where: { out: 'studies', in: 'studiedBy' },
    from: ['Organization', 'Person'],
    to: ['Product', 'Sector', 'Policy', 'Program'],
    out: { Product: 'studies', Sector: 'studies', Policy: 'studies', Program: 'studies' },
    in: { Organization: 'studiedBy', Person: 'studiedBy' },
    attributes: { question: text('What is studied, in our own words.') },
  },
  AFFECTS: {
    description: 'A policy, program, event or sector has an effect on a sector, product, region or organization.',
    where: { out: 'affects', in: 'affectedBy' },
    from: ['Policy', 'Program', 'Event', 'Sector'],
    to: ['Sector', 'Product', 'Region', 'Organization'],
    out: { Sector: 'affects', Product: 'affects', Region: 'affects', Organization: 'affects' },
    in: { Policy: 'affectedBy', Program: 'affectedBy', Event: 'affectedBy', Sector: 'affectedBy' },
    attributes: { effect: text('The effect, in our own words.') },
  },
  RIVALS: {
    description: 'An organization competes with another, or is in a lawsuit with it.',
    where: { out: 'rivals', in: 'rivalOf' },
    from: ['Organization'],
    to: ['Organization'],
    out: { Organization: 'rivals' },
    in: { Organization: 'rivalOf' },
    describe: {
      'Organization.rivals': 'The organizations that it competes with or sues, as the sources put it.',
      'Organization.rivalOf': 'The organizations that compete with it or sue it, as the sources put it.',
    },
    attributes: { matter: choice('What the rivalry is about.', rivalryMatters) },
  },
  REACTED_TO: {
    description: 'A region, agency, organization or person reacted to an event or policy.',
    where: { out: 'reactedTo', in: 'hasReaction' },
    from: ['Region', 'Agency', 'Organization', 'Person'],
    to: ['Event', 'Policy'],
    out: { Event: 'reactedTo', Policy: 'reactedTo' },
    in: { Region: 'reactions', Agency: 'reactions', Organization: 'reactions', Person: 'reactions' },
    attributes: { stance: text('The position taken, in our own words.') },
  },
  PARTICIPATED_IN: {
    description: 'A person, agency or organization took part in an event.',
    where: { out: 'participatedIn', in: 'hasParticipant' },
    from: ['Person', 'Agency', 'Organization'],
    to: ['Event'],
    out: { Event: 'events' },
    in: { Person: 'participants', Agency: 'participants', Organization: 'participants' },
    describe: {
      'Agency.events': 'The events that it took part in.',
      'Organization.events': 'The events that it took part in.',
      'Person.events': 'The events that the person took part in, with the role in each.',
      'Event.participants': 'The people, agencies and organizations that took part, with the role of each.',
    },
    attributes: { role: text('The part taken, such as speaker or host.') },
  },
  INVOLVES: {
    description: 'An event involves a region or product without its taking part, such as the target or the weapon of an attack.',
    where: { out: 'involves', in: 'involvedIn' },
    from: ['Event'],
    to: ['Region', 'Product'],
    out: { Region: 'involves', Product: 'involves' },
    in: { Event: 'involvedIn' },
    describe: {
      'Event.involves': 'The regions and products that it involves, with the role of each.',
      'Region.involvedIn': 'The events that involve it, with its role in each.',
      'Product.involvedIn': 'The events that involve it, with its role in each.',
    },
    attributes: { role: text('The role in the event, such as target or weapon.') },
  },
  INCLUDES: {
    description: 'A sector or product is made up of others.',
    where: { out: 'includes', in: 'includedIn' },
    from: ['Sector', 'Product'],
    to: ['Sector', 'Product'],
    out: { Sector: 'includes', Product: 'includes' },
    in: { Sector: 'partOf', Product: 'partOf' },
    describe: {
      'Sector.includes': 'The sectors and products that it is made up of.',
      'Sector.partOf': 'The sectors and products that it is a part of.',
      'Product.includes': 'The sectors and products that it is made up of.',
      'Product.partOf': 'The sectors and products that it is a part of.',
    },
    attributes: {},
    acyclic: true,
  },
  PUBLISHED: {
    description: 'An organization published a document, or is the source that the document names.',
    where: { out: 'published', in: 'publishedBy' },
    from: ['Organization'],
    to: ['Document'],
    out: { Document: 'published' },
    in: { Organization: 'publishers' },
    describe: {
      'Organization.published': 'The documents that it published, or that name it as their source.',
      'Document.publishers': 'The outlets that published it, and those that it names as its source.',
    },
    attributes: { role: choice('Whether it is the publisher or the source that the document names.', publisherRoles) },
    quiet: true,
  },
  MENTIONS: {
    description: 'A document names an entity.',
    where: { out: 'mentions', in: 'mentionedIn' },
    from: ['Document'],
    to: labels,
    out: Object.fromEntries(labels.map((label) => [label, 'mentions'])) as Partial<Record<Label, string>>,
    in: { Document: 'documents' },
    describe: {
      'Document.mentions': 'The entities that it names.',
    },
    attributes: {},
    quiet: true,
  },
} as const satisfies Readonly<Record<string, RelationModel>>;

export type RelationType = keyof typeof relations;
export const relationTypes = Object.keys(relations) as RelationType[];
