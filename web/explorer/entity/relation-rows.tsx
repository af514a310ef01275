import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { Qualifiers } from '../parts/claim-details.tsx';
import { Claims } from '../parts/claims.tsx';
import { DateText, ValidityText } from '../parts/date-text.tsx';
import { EntityLink, useEntityName } from '../parts/entity-link.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { useDisputed } from './disputed.tsx';
import type { Relation } from './relations-query.ts';

/** The row of a fact, and while it is open a row with its evidence. */
export function RelationRows({ relation }: { readonly relation: Relation }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <tr>
        <th scope="row">
          <EntityLink entity={relation.node} />
          <ul className="facts-inline small">
            <Qualifiers relation={relation.type} qualifiers={relation.attributes} />
            <OwnDate node={relation.node} />
          </ul>
        </th>
        <td>
          <ValidityText {...relation} />
        </td>
        <td>
          <EvidenceButton relation={relation} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
        </td>
      </tr>
      {isOpen && <EvidenceRow relation={relation} />}
    </>
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

interface EvidenceButtonProps {
  readonly relation: Relation;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function EvidenceButton({ relation: { claims, node }, isOpen, onToggle }: EvidenceButtonProps) {
  const t = useTranslations('entity');
  const nameOf = useEntityName();
  const isDisputed = useDisputed(claims);
  return (
    <>
      <Button
        className="unfold"
        aria-expanded={isOpen}
        aria-label={t('evidenceOf', { name: nameOf(node), count: claims.length })}
        onPress={onToggle}
      >
        {t('evidenceCount', { count: claims.length })}
      </Button>
      {isDisputed && <span className="disputed">{t('disputed')}</span>}
    </>
  );
}

function EvidenceRow({ relation: { claims } }: { readonly relation: Relation }) {
  const t = useTranslations('entity');
  return (
    <tr className="evidence-row">
      <td colSpan={3}>{claims.length === 0 ? <p>{t('noClaims')}</p> : <Claims ids={claims.map(({ id }) => id)} />}</td>
    </tr>
  );
}
