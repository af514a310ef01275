/** The operations that list all entities of a type: each type has a root field of its own. */
import { graphql } from '../api/graphql.ts';
import { entityLink } from '../parts/entity-link.tsx';

const listed = graphql(
  `
    fragment Listed on Entity @_unmask {
      ...EntityLink
      description
    }
  `,
  [entityLink],
);
const position = graphql(`
  fragment Position on PageInfo @_unmask {
    hasNextPage
    endCursor
  }
`);
const parts = [listed, position];

// oxfmt-ignore
export const lists = {
  POLICY: graphql(`query Policies($after: String, $asOf: AsOf) { list: policies(first: 50, after: $after, asOf: $asOf) { totalCount pageInfo { ...Position } edges { node { ...Listed } } } }`, parts),
  PROGRAM: graphql(`query Programs($after: String, $asOf: AsOf) { list: programs(first: 50, after: $after, asOf: $asOf) { totalCount pageInfo { ...Position } edges { node { ...Listed } } } }`, parts),
  AGENCY: graphql(`query Agencies($after: String, $asOf: AsOf) { list: agencies(first: 50, after: $after, asOf: $asOf) { totalCount pageInfo { ...Position } edges { node { ...Listed } } } }`, parts),
  ORGANIZATION: graphql(`query Organizations($after: String, $asOf: AsOf) { list: organizations(first: 50, after: $after, asOf: $asOf) { totalCount pageInfo { ...Position } edges { node { ...Listed } } } }`, parts),
  PERSON: graphql(`query People($after: String, $asOf: AsOf) { list: people(first: 50, after: $after, asOf: $asOf) { totalCount pageInfo { ...Position } edges { node { ...Listed } } } }`, parts),
  REGION: graphql(`query Regions($after: String, $asOf: AsOf) { list: regions(first: 50, after: $after, asOf: $asOf) { totalCount pageInfo { ...Position } edges { node { ...Listed } } } }`, parts),
  INDICATOR: graphql(`query Indicators($after: String, $asOf: AsOf) { list: indicators(first: 50, after: $after, asOf: $asOf) { totalCount pageInfo { ...Position } edges { node { ...Listed } } } }`, parts),
  PRODUCT: graphql(`query Products($after: String, $asOf: AsOf) { list: products(first: 50, after: $after, asOf: $asOf) { totalCount pageInfo { ...Position } edges { node { ...Listed } } } }`, parts),
  SECTOR: graphql(`query Sectors($after: String, $asOf: AsOf) { list: sectors(first: 50, after: $after, asOf: $asOf) { totalCount pageInfo { ...Position } edges { node { ...Listed } } } }`, parts),
  EVENT: graphql(`query Events($after: String, $asOf: AsOf) { list: events(first: 50, after: $after, asOf: $asOf) { totalCount pageInfo { ...Position } edges { node { ...Listed } } } }`, parts),
  TOPIC: graphql(`query Topics($after: String, $asOf: AsOf) { list: topics(first: 50, after: $after, asOf: $asOf) { totalCount pageInfo { ...Position } edges { node { ...Listed } } } }`, parts),
  DOCUMENT: graphql(`query Documents($after: String, $asOf: AsOf) { list: documents(first: 50, after: $after, asOf: $asOf) { totalCount pageInfo { ...Position } edges { node { ...Listed } } } }`, parts),
};
