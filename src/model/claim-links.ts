import type { Label } from './entities.js';

export interface ClaimLinkModel {
  readonly description: string;
  /** The relationship from the claim in the store. */
  readonly edge: string;
  /** A claim may name several. */
  readonly many: boolean;
  /** The labels of what it may name; any by default. */
  readonly to?: readonly Label[];
}

/** The entities that a claim names besides its subject and object: field → what they are to it. */
export const claimLinks = {
  attributedTo: {
    description: 'According to whom, where a document reports what somebody says.',
    edge: 'ATTRIBUTED_TO',
    many: true,
  },
  about: { description: 'The entities that a statement, provision, purpose or note is about.', edge: 'ABOUT', many: true },
  event: { description: 'The event where it was said.', edge: 'SAID_AT', many: false, to: ['Event'] },
  saidTo: { description: 'The outlet that it was said to.', edge: 'SAID_TO', many: false, to: ['Organization'] },
} as const satisfies Readonly<Record<string, ClaimLinkModel>>;

export type ClaimLink = keyof typeof claimLinks;
export const claimLinkNames = Object.keys(claimLinks) as ClaimLink[];

/** The relationships that join a claim to entities. */
export type ClaimEdge = 'SUBJECT' | 'OBJECT' | 'EVIDENCED_BY' | (typeof claimLinks)[ClaimLink]['edge'];

/** What a claim says of the entities that it names. */
export type ClaimLinks = {
  readonly [Link in ClaimLink as (typeof claimLinks)[Link]['many'] extends true ? Link : never]?: readonly string[] | undefined;
} & {
  readonly [Link in ClaimLink as (typeof claimLinks)[Link]['many'] extends true ? never : Link]?: string | undefined;
};

/** The ids that a claim names under a link. */
export function linkedIds(claim: ClaimLinks, link: ClaimLink): readonly string[] {
  const named = claim[link];
  return named === undefined ? [] : typeof named === 'string' ? [named] : named;
}

/** The same links with other ids. */
export function withLinks<T extends ClaimLinks>(claim: T, renamed: (id: string) => string): T {
  const links = claimLinkNames.flatMap((link) => {
    const named = claim[link];
    return named === undefined ? [] : [[link, typeof named === 'string' ? renamed(named) : named.map(renamed)] as const];
  });
  return { ...claim, ...Object.fromEntries(links) };
}
