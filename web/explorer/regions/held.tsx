import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useView } from '../api/use-view.ts';
import { ValidityText } from '../parts/date-text.tsx';
import { EntityLink, useEntityName } from '../parts/entity-link.tsx';
import { ClaimEvidence } from '../parts/evidence.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { UnfoldingRow } from '../parts/unfolding-row.tsx';
import { useAsOf } from '../url/use-as-of.ts';
import { heldQuery, type Held } from './held-in.ts';
import { PlaceLink } from './place-link.tsx';

/** The policies and programs that hold in a place: its own, those of what it lies in, and those of what lies in it. */
export function HeldIn({ place }: { readonly place: string }) {
  const t = useTranslations('regions');
  const nameOf = useEntityName();
  const view = useView(heldQuery, { place, asOf: useAsOf() });
  return (
    <Loaded view={view}>
      {({ region }) => {
        if (region === null) return null;
        const { programs, policies } = region;
        const name = nameOf(region);
        const total = programs.totalCount + policies.totalCount;
        const edges = [...programs.edges, ...policies.edges];
        return (
          <section aria-labelledby="held">
            <h3 id="held">{t('held', { name, count: total })}</h3>
            {total === 0 ? <p className="quiet">{t('nothingHeld')}</p> : <HeldTable edges={edges} place={place} />}
            {total > edges.length && <p className="quiet">{t('first', { count: total })}</p>}
          </section>
        );
      }}
    </Loaded>
  );
}

function HeldTable({ edges, place }: { readonly edges: readonly Held[]; readonly place: string }) {
  const t = useTranslations('regions');
  return (
    <div className="scroll stack" role="region" aria-label={t('subjects')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('subject')}</th>
            <th scope="col">{t('type')}</th>
            <th scope="col">{t('through')}</th>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {edges.map((edge) => (
            <HeldRow key={edge.node.key} edge={edge} place={place} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeldRow({ edge, place }: { readonly edge: Held; readonly place: string }) {
  const t = useTranslations('regions');
  const words = useModelWords();
  const nameOf = useEntityName();
  const { node, via, claims, ...held } = edge;
  return (
    <UnfoldingRow
      columns={5}
      label={t('evidence')}
      name={t('evidenceOf', { name: nameOf(node) })}
      className="actions"
      beforeButton={
        <Link
          to="/regions"
          search={(all) => ({ ...all, of: node.id })}
          resetScroll={false}
          aria-label={t('whereOf', { name: nameOf(node) })}
        >
          {t('where')}
        </Link>
      }
      content={() => claims.map((claim) => <ClaimEvidence key={claim.key} claim={claim} />)}
    >
      <th scope="row">
        <EntityLink entity={node} />
      </th>
      <td>{words.type(node.__typename)}</td>
      <td data-label={t('through')}>{via.id === place ? t('itself') : <PlaceLink place={via} />}</td>
      <td>
        <ValidityText {...held} />
      </td>
    </UnfoldingRow>
  );
}
