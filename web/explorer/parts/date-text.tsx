import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { graphql, type FragmentOf } from '../api/graphql.ts';
import { DateWords } from './date-words.ts';

/** Spread it on every date of a source. */
export const dateText = graphql(`
  fragment DateText on FuzzyDate @_unmask {
    edtf
  }
`);

/** Spread it on `validity`. */
export const validityText = graphql(
  `
    fragment ValidityText on Validity @_unmask {
      from {
        ...DateText
      }
      until {
        ...DateText
      }
    }
  `,
  [dateText],
);

type SourceDate = FragmentOf<typeof dateText>;

/** Gives the words of a date, for labels and exports. */
export function useDateWords(): DateWords {
  const t = useTranslations('dates');
  const locale = useLocale() === 'zh' ? 'zh-CN' : 'en-GB';
  return useMemo(() => new DateWords(t, locale), [t, locale]);
}

/** A date as its source gives it, in words: "March 2024", "some time between 2014 and 2016". */
export function DateText({ date }: { readonly date: SourceDate }) {
  const words = useDateWords().of(date.edtf);
  const isPlain = /^\d{4}(-\d\d){0,2}$/.test(date.edtf);
  return isPlain ? <time dateTime={date.edtf}>{words}</time> : <span title={date.edtf}>{words}</span>;
}

/** When something was recorded: "28 November 2026, 00:02 UTC". */
export function InstantText({ at }: { readonly at: string }) {
  const t = useTranslations('dates');
  const words = useDateWords();
  return <time dateTime={at}>{t('instant', { date: words.of(at.slice(0, 10)), time: at.slice(11, 16) })}</time>;
}

interface HeldDates {
  readonly validity: FragmentOf<typeof validityText>;
  /** How sure it is that it holds on the day of the view; left out for a claim, which says only when. */
  readonly certainty?: 'CERTAIN' | 'PRESUMED' | 'POSSIBLE' | null;
  /** The last day on which a source speaks of it. */
  readonly lastStatedOn?: SourceDate | null;
}

/** When something holds, and how sure that is: "since 2019, presumed: last stated March 2024". */
export function ValidityText(held: HeldDates) {
  return <>{useValidityWords()(held)}</>;
}

/** Gives the words of `<ValidityText>`, for labels and exports. */
export function useValidityWords(): (held: HeldDates) => string {
  const t = useTranslations('dates');
  const words = useDateWords();
  return ({ validity: { from, until }, certainty, lastStatedOn }) => {
    const validity = t(span(from, until), { from: words.of(from?.edtf ?? ''), until: words.of(until?.edtf ?? '') });
    if (certainty == null) return validity;
    if (certainty === 'CERTAIN') return t('certain', { validity });
    if (certainty === 'POSSIBLE') return t('possible', { validity });
    return lastStatedOn == null
      ? t('presumed', { validity })
      : t('presumedSince', { validity, date: words.of(lastStatedOn.edtf) });
  };
}

function span(from: SourceDate | null, until: SourceDate | null): 'sinceUntil' | 'since' | 'until' | 'undated' {
  if (from !== null) return until === null ? 'since' : 'sinceUntil';
  return until === null ? 'undated' : 'until';
}
