import { useTranslations } from 'use-intl';
import { graphql, type FragmentOf } from '../api/graphql.ts';
import { Cite, citedEvidence } from './cite.tsx';
import { DateText, dateText } from './date-text.tsx';
import { EntityLink, entityLink } from './entity-link.tsx';
import { EntityList } from './entity-list.tsx';
import { PassageLinks, placedEvidence } from './passage-links.tsx';
import './evidence.css';

/** What a claim rests on. */
const evidenceParts = graphql(
  `
    fragment EvidenceParts on Evidence @_unmask {
      ...CitedEvidence
      ...PlacedEvidence
      summary
      quote
      locator {
        start
        end
      }
      context {
        start
        text
      }
      record
      supports
      verification
      document {
        ...EntityLink
        publisher
        language
        url
        publishedOn {
          ...DateText
        }
        writtenOn {
          ...DateText
        }
      }
    }
  `,
  [citedEvidence, placedEvidence, entityLink, dateText],
);

/** A claim's sources and whose word it is. */
export const claimEvidence = graphql(
  `
    fragment ClaimEvidence on Claim @_unmask {
      id
      key
      attributedTo {
        ...EntityLink
      }
      evidence {
        ...EvidenceParts
      }
    }
  `,
  [entityLink, evidenceParts],
);

type Evidence = FragmentOf<typeof evidenceParts>;

/** All passages and records that a claim rests on, with whose word it is. */
export function ClaimEvidence({ claim }: { readonly claim: FragmentOf<typeof claimEvidence> }) {
  return (
    <div className="claim-evidence">
      <Attribution claim={claim} />
      {claim.evidence.map((evidence, index) => (
        <EvidenceItem key={index} claim={claim.id} evidence={evidence} />
      ))}
    </div>
  );
}

function Attribution({ claim: { attributedTo } }: { readonly claim: FragmentOf<typeof claimEvidence> }) {
  const t = useTranslations('evidence');
  if (attributedTo.length === 0) return null;
  return (
    <p className="attribution">
      {t.rich('accordingTo', {
        names: () => <EntityList entities={attributedTo} />,
      })}
    </p>
  );
}

interface EvidenceItemProps {
  /** The id of the claim that it is for. */
  readonly claim: string;
  readonly evidence: Evidence;
}

/** What one passage or record says, word for word where the archive has it, and where it is. */
function EvidenceItem({ claim, evidence }: EvidenceItemProps) {
  const { summary, document } = evidence;
  return (
    <figure className="evidence">
      <p>{summary}</p>
      <Quote evidence={evidence} lang={document.language ?? undefined} />
      <Source claim={claim} evidence={evidence} />
    </figure>
  );
}

interface QuoteProps {
  readonly evidence: Pick<Evidence, 'quote' | 'locator' | 'context'>;
  readonly lang: string | undefined;
}

/** The passage, marked in the paragraph that it is in. */
function Quote({ evidence: { quote, locator, context }, lang }: QuoteProps) {
  if (quote === null) return null;
  const start = locator !== null && context !== null ? locator.start - context.start : 0;
  const text = [...(context?.text ?? quote)]; // places are counted in code points
  const end = start + [...quote].length;
  return (
    <blockquote lang={lang}>
      {text.slice(0, start).join('')}
      <mark>{text.slice(start, end).join('')}</mark>
      {text.slice(end).join('')}
    </blockquote>
  );
}

function Source({ claim, evidence }: EvidenceItemProps) {
  const { document, record, supports, verification } = evidence;
  const t = useTranslations('evidence');
  const model = useTranslations('model');
  return (
    <figcaption>
      <cite>
        <EntityLink entity={document} />
      </cite>
      <ul className="facts-inline">
        {document.publisher !== null && <li>{document.publisher}</li>}
        <li>
          <DocumentDate document={document} />
        </li>
        {record !== null && <li>{t('record', { key: record })}</li>}
        {supports === 'DATES' && <li>{model('support.DATES')}</li>}
        <li className={`verification ${verification.toLowerCase()}`}>{model(`verification.${verification}`)}</li>
        <PassageLinks claim={claim} evidence={evidence} />
        <li>
          <Cite evidence={evidence} />
        </li>
      </ul>
    </figcaption>
  );
}

function DocumentDate({ document: { publishedOn, writtenOn } }: { readonly document: Evidence['document'] }) {
  const t = useTranslations('evidence');
  const date = publishedOn ?? writtenOn;
  if (date === null) return t('undated');
  return t.rich(publishedOn === null ? 'written' : 'published', { date: () => <DateText date={date} /> });
}
