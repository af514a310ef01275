import { graphql, type ResultOf } from '../api/graphql.ts';
import { propertiesOf } from './properties.ts';
import type { EntityData } from './query.ts';
import type { Tab } from './search.ts';

/** What else than facts is recorded of an entity. */
export const contentsOf = graphql(`
  query ContentsOf($id: ID!, $subject: String, $asOf: AsOf) {
    says: claims(
      asOf: $asOf
      where: { subject: { eq: $subject }, predicate: { in: ["PURPOSE", "PROVIDES", "LISTS_ALL_MEMBERS", "NOTE"] } }
      first: 1
    ) {
      totalCount
    }
    by: claims(asOf: $asOf, where: { speaker: $id }, first: 1) {
      totalCount
    }
    entity(id: $id, asOf: $asOf) {
      id
      key
      observations(first: 1) {
        totalCount
      }
      statementsAbout(first: 1) {
        totalCount
      }
      timeline(first: 1) {
        totalCount
      }
    }
  }
`);

/** Whether it has a relation besides mentions, or a property that a source asserts: the kind of an indicator and its unit are our own. */
export const hasFacts = (entity: EntityData): boolean =>
  entity.relationCounts.some(({ type }) => type !== 'MENTIONS') || propertiesOf(entity).some(({ claims }) => claims.length > 0);

/** The tab to open of an entity without such facts: the first that has content. */
export function firstTab({ says, by, entity }: ResultOf<typeof contentsOf>, { relationCounts }: EntityData): Tab {
  const counts: readonly (readonly [Tab, number])[] = [
    ['figures', entity?.observations.totalCount ?? 0],
    ['statements', says.totalCount + by.totalCount + (entity?.statementsAbout.totalCount ?? 0)],
    ['facts', relationCounts.length],
    ['timeline', entity?.timeline.totalCount ?? 0],
  ];
  return counts.find(([, count]) => count > 0)?.[0] ?? 'facts';
}
