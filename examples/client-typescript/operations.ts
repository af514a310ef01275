import { graphql } from './graphql.ts';

/** Which regions are in the pilot, since when, by which notice, and the passages that say so. */
export const pilotRegions = graphql(`
  query PilotRegions($first: Int!, $after: String) {
    program(id: "program:cn-used-car-export-pilot") {
      regions(first: $first, after: $after, orderBy: NAME_ASC) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          validity {
            from {
              edtf
              earliest
            }
          }
          node {
            id
            name
          }
          claims {
            evidence {
              quote
              summary
              document {
                id
                title
              }
            }
          }
        }
      }
    }
  }
`);

export const cursorOfChanges = graphql(`
  query CursorOfChanges {
    graph {
      changesCursor
    }
  }
`);

export const changes = graphql(`
  subscription Changes($since: String) {
    changes(since: $since, kinds: [CLAIM_ASSERTED, CLAIM_RETRACTED]) {
      cursor
      kind
      id
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
        author
        recordedAt
      }
      changes {
        kind
        id
      }
    }
  }
`);

export const undo = graphql(`
  mutation Undo($input: UndoInput!) {
    undoChangeset(input: $input) {
      outcome
      changes {
        kind
        id
      }
    }
  }
`);
