import { useQuery } from '@apollo/client/react';
import { pilotRegions } from './operations.ts';

/** The regions with their evidence, page by page. */
export function Regions() {
  const { data, error, fetchMore } = useQuery(pilotRegions);
  if (error !== undefined) return <p role="alert">{error.message}</p>;
  const regions = data?.program?.regions;
  if (regions === undefined) return <p>Loading…</p>;
  const { hasNextPage, endCursor } = regions.pageInfo;
  return (
    <section>
      <h1>
        {regions.edges.length} of {regions.totalCount} regions
      </h1>
      <ul>
        {regions.edges.map(({ node, validity, claims }) => (
          <li key={node.key}>
            {node.name}, since {validity.from?.edtf ?? 'an unknown time'}
            {claims.flatMap(({ evidence }) =>
              evidence.map(({ document, quote, summary }) => (
                <blockquote key={`${document.key} ${summary}`}>
                  {quote ?? summary} <cite>{document.title}</cite>
                </blockquote>
              )),
            )}
          </li>
        ))}
      </ul>
      {hasNextPage && <button onClick={() => void fetchMore({ variables: { after: endCursor } })}>More</button>}
    </section>
  );
}
