/** Who issued which act, when, and with whom. */
import { assertionOf, type Assertion } from '../assertion.js';
import { claimOf, type Said } from '../claim.js';
import { issuancesIn, type Issuance } from '../issuance.js';
import type { Suggestion } from '../proposal.js';
import type { ReadingRule, RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';
import type { Mention } from '../../mentions/mention.js';

/** Sentences back in which "they" may have been named. */
const reach = 3;

interface Issued extends Issuance {
  readonly assertion: Assertion;
}

export const actIssued: ReadingRule = {
  name: 'act-issued',
  example: 'On May 2, 2023, the Ministry of Magic and three other departments jointly issued the Notice on Wand Safety.',
  read: (sentence, context) => issuedIn(sentence, context).flatMap((issued) => issuersOf(issued, sentence, context)),
};

export const actAnnounced: ReadingRule = {
  name: 'act-announced',
  example: 'The Notice on Wand Safety was released by the Ministry of Magic on May 2, 2023.',
  read: (sentence, context) => issuedIn(sentence, context).flatMap((issued) => propertiesOf(issued, sentence, context)),
};

function issuedIn(sentence: TypedSentence, context: RuleContext): Issued[] {
  return issuancesIn(sentence)
    .filter(({ act }) => !/\b(?:Report|Yearbook|Bulletin|Survey)\b|报告|年鉴|公报$/u.test(act.newName ?? act.text))
    .flatMap((issuance) => {
      const assertion = assertionOf(sentence, issuance.match, context);
      return assertion === undefined ? [] : [{ ...issuance, assertion }];
    });
}

function issuersOf(issued: Issued, sentence: TypedSentence, context: RuleContext): Suggestion[] {
  const { act, date, verb, assertion } = issued;
  const named = issued.isBySame
    ? sameIssuers(sentence, context)
    : { issuers: [...issued.issuers, ...issued.partners], unnamed: issued.unnamed };
  return named.issuers.flatMap((issuer) =>
    claimOf(
      {
        subject: issuer,
        predicate: 'ISSUED',
        object: act,
        qualifiers: { role: roleOf(issuer, issued, named.issuers.length + (named.unnamed ?? 0)) },
        from: date?.edtf,
        confidence: issued.isBySame ? 0.8 : 0.92,
        why: `“${verb}” joins an agency and an act.`,
        summary: `${issuer.text} issued ${nameOf(act)}.`,
      },
      assertion,
      context,
    ),
  );
}

function roleOf(issuer: Mention, { issuers, isLed, verb }: Issued, count: number): string | undefined {
  if (isLed && issuer === issuers[0]) return 'LEAD';
  if (count > 1) return 'JOINT';
  return /announce/u.test(verb) ? 'ANNOUNCED' : undefined;
}

/** The issuers that "they" are: those of the last act that a sentence before says was issued. */
function sameIssuers({ index }: TypedSentence, context: RuleContext): Pick<Issuance, 'issuers' | 'unnamed'> {
  const before = context.sentences.slice(Math.max(0, index - reach), index).toReversed();
  const last = before.flatMap((each) => issuedIn(each, context).filter(({ issuers }) => issuers.length > 0))[0];
  return last === undefined ? { issuers: [] } : { issuers: [...last.issuers, ...last.partners], unnamed: last.unnamed };
}

function propertiesOf(issued: Issued, sentence: TypedSentence, context: RuleContext): Suggestion[] {
  const { act, date, assertion, isDraft } = issued;
  const unnamed = issued.isBySame ? sameIssuers(sentence, context).unnamed : issued.unnamed;
  const said = (predicate: string, value: string | undefined, from: Said['from'], summary: string): Suggestion[] =>
    value === undefined
      ? []
      : claimOf(
          { subject: act, predicate, value, from, confidence: 0.88, why: 'The sentence says that the act was issued.', summary },
          assertion,
          context,
        );
  return [
    ...said('announcedOn', date?.edtf, undefined, `${nameOf(act)} was announced: ${date?.text ?? ''}.`),
    ...said(
      'unnamedIssuers',
      unnamed?.toString(),
      undefined,
      `${unnamed ?? 0} issuers of ${nameOf(act)} are counted but not named.`,
    ),
    ...said('status', isDraft ? 'DRAFT' : 'ANNOUNCED', date?.edtf, `${nameOf(act)} is ${isDraft ? 'a draft' : 'announced'}.`),
  ];
}

const nameOf = ({ newName, text }: Mention): string => newName ?? text;
