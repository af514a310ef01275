import { useTranslations } from 'use-intl';
import { Qualifiers } from '../parts/claim-details.tsx';
import { Claims } from '../parts/claims.tsx';
import { DateText, ValidityText } from '../parts/date-text.tsx';
import { EntityLink, useEntityName } from '../parts/entity-link.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { UnfoldingRow } from '../parts/unfolding-row.tsx';
import { useDisputed } from './disputed.tsx';
import type { Relation } from './relations-query.ts';

/** The row of a fact, which unfolds to its evidence. */
export function RelationRows({ relation }: { readonly relation: Relation }) {
  const t = useTranslations('entity');
  const nameOf = useEntityName();
  const { node, claims, type, attributes } = relation;
  const isDisputed = useDisputed(claims);
  return (
    <UnfoldingRow
      columns={3}
      label={t('evidenceCount', { count: claims.length })}
      name={t('evidenceOf', { name: nameOf(node), count: claims.length })}
      afterButton={isDisputed && <span className="disputed">{t('disputed')}</span>}
      content={() => (claims.length === 0 ? <p>{t('noClaims')}</p> : <Claims ids={claims.map(({ id }) => id)} />)}
    >
      <th scope="row">
        <EntityLink entity={node} />
        <ul className="facts-inline small">
          <Qualifiers relation={type} qualifiers={attributes} />
          <OwnDate node={node} />
        </ul>
      </th>
      <td>
        <ValidityText {...relation} />
      </td>
    </UnfoldingRow>
  );
}

/** The dates of a type that lacks them. */
const noDates = { announcedOn: null, startedOn: null, publishedOn: null, writtenOn: null };

function OwnDate({ node }: { readonly node: Relation['node'] }) {
  const t = useTranslations('evidence');
  const model = useModelWords();
  const { announcedOn, startedOn, publishedOn, writtenOn } = { ...noDates, ...node };
  const found = Object.entries({ announcedOn, startedOn, publishedOn, writtenOn }).find(([, date]) => date !== null);
  if (found === undefined) return null;
  const [name, date] = found;
  if (date === null) return null;
  return <li>{t.rich('labelled', { label: () => model.predicate(name), value: () => <DateText date={date} /> })}</li>;
}
