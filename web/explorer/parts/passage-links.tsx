import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { graphql, type FragmentOf } from '../api/graphql.ts';
import { useEntityName } from './entity-link.tsx';
import { originalOf } from './text-fragment.ts';

/** Where the passage of evidence is. Spread it on evidence. */
export const placedEvidence = graphql(`
  fragment PlacedEvidence on Evidence @_unmask {
    quote
    verification
    locator {
      start
    }
    document {
      id
      key
      name
      chinese: name(lang: ZH)
      url
    }
  }
`);

interface PassageLinksProps {
  readonly claim: string;
  readonly evidence: FragmentOf<typeof placedEvidence>;
}

/** Leads to the passage in the archived text, or else to the claim on the page of the document; and to the outlet's own page. */
export function PassageLinks({ claim, evidence }: PassageLinksProps) {
  const t = useTranslations('evidence');
  const title = useEntityName()(evidence.document);
  const { quote, verification, locator, document } = evidence;
  const isInText = verification === 'VERIFIED' && locator !== null;
  return (
    <>
      <li>
        <Link
          to="/document/$id"
          params={{ id: document.id }}
          hash={isInText ? `text-${locator.start}` : claim}
          aria-label={t(isInText ? 'passageOf' : 'placeOf', { title })}
        >
          {t(isInText ? 'passage' : 'place')}
        </Link>
      </li>
      {document.url !== null && (
        <li>
          <a href={originalOf(document.url, quote)} rel="noreferrer" target="_blank">
            {t('original')}
          </a>
        </li>
      )}
    </>
  );
}
