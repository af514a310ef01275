import { useTranslations } from 'use-intl';
import { ChangeLine } from '../changes/change-line.tsx';
import type { RemovalReport as Report } from './removal-query.ts';

/** Lines that are shown of a kind. */
const most = 100;

/** What the removal of a document would change, by kind. Relations follow from claims, and are not listed. */
export function RemovalReport({ report: { changes } }: { readonly report: Report }) {
  const t = useTranslations('review.removal');
  const model = useTranslations('model');
  const listed = changes.filter(({ kind }) => !kind.startsWith('RELATION_'));
  const kinds = [...new Set(listed.map(({ kind }) => kind))];
  return (
    <div role="status">
      <p>{t('lead', { count: listed.length })}</p>
      {kinds.map((kind) => {
        const all = listed.filter((change) => change.kind === kind);
        return (
          <details key={kind}>
            <summary>
              {model(`change.${kind}`)} <strong>{all.length}</strong>
            </summary>
            <ul>
              {all.slice(0, most).map((change) => (
                <ChangeLine key={change.id} change={change} />
              ))}
              {all.length > most && <li className="quiet">{t('further', { count: all.length - most })}</li>}
            </ul>
          </details>
        );
      })}
    </div>
  );
}
