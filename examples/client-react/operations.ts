import { graphql } from './graphql.ts';

/** Which regions are in the pilot, since when, by which notice, and the passages that say so. */
export const pilotRegions = graphql(`
  query PilotRegions($after: String) {
    program(id: "program:cn-used-car-export-pilot") {
      key
      regions(first: 4, after: $after, orderBy: NAME_ASC) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          validity {
            from {
              edtf
            }
          }
          node {
            key
            name
          }
          claims {
            id
            evidence {
              quote
              summary
              document {
                key
                title
              }
            }
          }
        }
      }
    }
  }
`);

export const changes = graphql(`
  subscription Changes {
    changes(kinds: [CLAIM_ASSERTED, CLAIM_RETRACTED]) {
      cursor
      kind
      type
    }
  }
`);

export const apply = graphql(`
  mutation Apply($input: ChangesetInput!) {
    applyChangeset(input: $input) {
      outcome
      changeset {
        id
      }
    }
  }
`);

export const undo = graphql(`
  mutation Undo($input: UndoInput!) {
    undoChangeset(input: $input) {
      outcome
    }
  }
`);
