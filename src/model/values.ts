/** The values of enums, each with what it means. */
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
  EXCHANGE: 'An exchange where shares or goods are traded.',
  GROUP: 'Several people or organizations that a source speaks of together.',
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
  CITY: 'A city or municipality of a country whose own levels are not in the graph.',
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
  EXACT: 'Exactly the value.',
  ABOUT: 'About the value.',
  NEARLY: 'Just under the value.',
  MORE_THAN: 'More than the value.',
  LESS_THAN: 'Less than the value.',
  AT_LEAST: 'The value or more.',
  AT_MOST: 'The value or less.',
} as const;

export const issuerRoles = {
  LEAD: 'Said to lead.',
  JOINT: 'One of several issuers.',
  ANNOUNCED: 'Made it public.',
} as const;

export const marketExtents = {
  MAIN: 'A main market.',
  IMPORTANT: 'An important market, not said to be a main one.',
  SOME: 'Only some places in the region.',
  GROWING: 'A growing market.',
} as const;

export const rivalryMatters = {
  COMPETITION: 'They compete.',
  LAWSUIT: 'One sues the other.',
} as const;

export const publisherRoles = {
  PUBLISHER: 'It published the document.',
  CITED_SOURCE: 'The document names it as its own source.',
} as const;

/** What evidence supports: the claim itself, or only its dates, such as an article that gives the year of an event that another describes. */
export const evidenceSupports = {
  FACT: 'What the claim says.',
  DATES: 'Only when it holds: something else says that it does.',
} as const;

export type EvidenceSupport = keyof typeof evidenceSupports;

/** What items of a timeline tell. */
export const timelineKinds = {
  ANNOUNCED: 'A policy was announced.',
  EFFECTIVE: 'A policy takes effect.',
  EXPIRED: 'A policy ends.',
  STARTED: 'A program began.',
  ENDED: 'A program or an event ended.',
  EVENT: 'Something took place, or began to.',
  RELATION_BEGAN: 'A relation began to hold, such as that a region is covered.',
  RELATION_ENDED: 'A relation ceased to hold.',
  OBSERVED: 'A value is for this period: measured, aimed at or expected.',
  PUBLISHED: 'A document that names it was published, or the source that the document cites.',
  WRITTEN: 'A document that names it was written, as its text shows.',
} as const;

export type TimelineKind = keyof typeof timelineKinds;
