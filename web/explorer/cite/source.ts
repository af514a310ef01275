import { graphql, type FragmentOf } from '../api/graphql.ts';

/** What a citation names. Spread it on evidence. */
export const citedEvidence = graphql(`
  fragment CitedEvidence on Evidence @_unmask {
    summary
    record
    locator {
      start
      end
    }
    document {
      id
      key
      name
      publisher
      language
      url
      publishedOn {
        edtf
      }
      writtenOn {
        edtf
      }
    }
  }
`);

export type CitedEvidence = FragmentOf<typeof citedEvidence>;

/** EDTF: when the document was published, or else written. */
export const dateOf = ({ publishedOn, writtenOn }: CitedEvidence['document']): string | undefined =>
  (publishedOn ?? writtenOn)?.edtf;

/** Where in the document, for programs: "characters 394-618", or the key of a record. */
export function placeOf({ locator, record }: CitedEvidence): string | undefined {
  if (locator !== null) return `characters ${locator.start}-${locator.end}`;
  return record === null ? undefined : `record ${record}`;
}

/** The name of the source in a list of references, such as "china-oks-secondhand-car-exports". */
export const keyOf = ({ document }: CitedEvidence): string => document.id.replace(/^document:/, '').replaceAll(/[^\w-]+/g, '-');
