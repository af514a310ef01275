import { useTranslations } from 'use-intl';
import { ValidityText } from '../parts/date-text.tsx';
import { EntityLink, useEntityName } from '../parts/entity-link.tsx';
import { ClaimEvidence } from '../parts/evidence.tsx';
import type { HeldRelation } from '../parts/held-relation.ts';
import { useModelWords } from '../parts/model-words.ts';
import { UnfoldingRow } from '../parts/unfolding-row.tsx';
import type { Difference } from './differences.ts';

interface DifferenceRowProps {
  readonly difference: Difference;
  readonly about: string;
}

/** One relation that differs: with what, when it holds, and who says so. */
export function DifferenceRow({ difference: { relation, before }, about }: DifferenceRowProps) {
  const t = useTranslations('changes');
  const nameOf = useEntityName();
  const other = relation.from.id === about ? relation.to : relation.from;
  return (
    <UnfoldingRow
      columns={3}
      label={t('evidence')}
      name={t('evidenceOf', { name: nameOf(other) })}
      content={() => relation.claims.map((claim) => <ClaimEvidence key={claim.key} claim={claim} />)}
    >
      <th scope="row">
        <EntityLink entity={other} />
        <Attributes relation={relation} type={relation.type} />
      </th>
      <td>
        {before !== null && <Before relation={before} />}
        <ValidityText {...relation} />
      </td>
    </UnfoldingRow>
  );
}

function Before({ relation }: { readonly relation: HeldRelation }) {
  return (
    <del>
      <ValidityText {...relation} />
    </del>
  );
}

function Attributes({ relation, type }: { readonly relation: HeldRelation; readonly type: string }) {
  const words = useModelWords();
  if (relation.attributes.length === 0) return null;
  return (
    <ul className="attributes">
      {relation.attributes.map(({ name, value }) => (
        <li key={name}>
          <span className="quiet">{words.attribute(name)}</span> {words.value(type, name, value)}
        </li>
      ))}
    </ul>
  );
}
