import { EntityLink } from '../parts/entity-link.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { ValueText } from '../parts/value-text.tsx';
import type { LineOfChange } from './change-line-query.ts';

/** One change: the entity, or what is claimed of which. */
export function ChangeLine({ change: { node, type, id } }: { readonly change: LineOfChange }) {
  const words = useModelWords();
  if (node === null) return <li className="quiet">{id}</li>;
  if (node.__typename === 'Claim') return <ClaimLine claim={node} />;
  if (node.__typename === 'Observation')
    return (
      <li>
        <EntityLink entity={node.indicator} />
      </li>
    );
  if (!('name' in node)) return <li className="quiet">{id}</li>;
  return (
    <li>
      <EntityLink entity={node} /> <span className="quiet small">{words.type(type)}</span>
    </li>
  );
}

type Claim = Extract<NonNullable<LineOfChange['node']>, { readonly __typename: 'Claim' }>;

function ClaimLine({ claim: { subject, predicate, object, value } }: { readonly claim: Claim }) {
  const words = useModelWords();
  return (
    <li>
      {'name' in subject ? <EntityLink entity={subject} /> : subject.id}{' '}
      <span className="quiet">{words.predicate(predicate)}</span> {object !== null && <EntityLink entity={object} />}
      {value !== null && <ValueText owner={subject.__typename} property={predicate} value={value} />}
    </li>
  );
}
