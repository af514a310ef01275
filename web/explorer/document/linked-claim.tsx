import { useLocation } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useView } from '../api/use-view.ts';
import { Loaded } from '../parts/loaded.tsx';
import { useAsOf } from '../url/use-as-of.ts';
import { statementsIn } from './passages.ts';
import { factQuery } from './query.ts';
import { StatementGroups } from './statement-groups.tsx';
import { useFragment } from './use-fragment.ts';

/** The claim that the address names, where no passage of the text shows it: it may be on a late page of the list. */
export function LinkedClaim({ document }: { readonly document: string }) {
  const hash = useLocation({ select: (location) => location.hash });
  return hash.startsWith('claim:') ? <OneClaim key={hash} id={hash} document={document} /> : null;
}

function OneClaim({ id, document }: { readonly id: string; readonly document: string }) {
  const t = useTranslations('document');
  const view = useView(factQuery, { id, asOf: useAsOf() });
  useFragment(view.data);
  return (
    <Loaded view={view}>
      {({ node }) =>
        node?.__typename === 'Claim' && (
          <section id={id} className="linked" tabIndex={-1} aria-labelledby="linked-heading">
            <h2 id="linked-heading">{t('linked')}</h2>
            <StatementGroups isLocated statements={statementsIn(node, document)} />
          </section>
        )
      }
    </Loaded>
  );
}
