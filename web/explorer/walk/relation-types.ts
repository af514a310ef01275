/** The types of relations, and which of them a walk follows. */
import { listOf } from './list-of.ts';
import type { RelationType } from './operations.ts';
import type { WalkSearch } from './walk-search.ts';

/** A type that the schema lacks, or that is missing here, does not compile. */
const all: Readonly<Record<RelationType, true>> = {
  ADMINISTERS: true,
  AFFECTS: true,
  AMENDS: true,
  CONCERNS: true,
  COVERS: true,
  DEPENDS_ON: true,
  ESTABLISHES: true,
  FOLLOWS: true,
  FOUNDED: true,
  HAS_TOPIC: true,
  HOLDS_POSITION: true,
  IMPLEMENTS: true,
  INCLUDES: true,
  INVOLVES: true,
  ISSUED: true,
  LISTED_ON: true,
  LOCATED_IN: true,
  MARKETS_TO: true,
  MEMBER_OF: true,
  MENTIONS: true,
  NATIONAL_OF: true,
  OWNS: true,
  PARTICIPATED_IN: true,
  PARTY_TO: true,
  PART_OF: true,
  PUBLISHED: true,
  REACTED_TO: true,
  REGULATES: true,
  REPEALS: true,
  RIVALS: true,
  SIGNED: true,
  STUDIES: true,
  SUPPORTS: true,
  WORKS_IN: true,
};

export const relationTypes = Object.keys(all) as readonly RelationType[];

export const isRelationType = (text: string): text is RelationType => Object.hasOwn(all, text);

export const hiddenRelations = ({ without }: Pick<WalkSearch, 'without'>): readonly RelationType[] =>
  listOf(without).filter(isRelationType);

/** The types that are shown, as the API takes them; undefined for all. */
export function shownRelations(search: Pick<WalkSearch, 'without'>): readonly RelationType[] | undefined {
  const hidden = hiddenRelations(search);
  return hidden.length === 0 ? undefined : relationTypes.filter((type) => !hidden.includes(type));
}

/** What connections never follow by default: it joins nearly everything. */
const joining: ReadonlySet<RelationType> = new Set(['HAS_TOPIC', 'MENTIONS', 'PUBLISHED']);

/** The types that connections follow; undefined for the default of the API. */
export const followedRelations = (search: Pick<WalkSearch, 'without'>): readonly RelationType[] | undefined =>
  shownRelations(search)?.filter((type) => !joining.has(type));
