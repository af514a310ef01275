/** The text as a document: its title, who published it, and which outlets it draws on. */
import type { Mention } from '../../mentions/mention.js';
import { wordsIn } from '../../mentions/words.js';
import { titleOf } from '../document-title.js';
import { kindOfName } from '../named-kinds.js';
import { matchesOf, one } from '../pattern.js';
import type { Suggestion } from '../proposal.js';
import type { ReadingRule, RuleContext } from '../rule.js';
import { isPhotoCredit, sourcesIn, type NamedSource } from '../sources.js';
import type { TypedSentence } from '../typed-sentence.js';

export const documentRead: ReadingRule = {
  name: 'document',
  example: 'Wands are taxed in Avalon',
  read: ({ index }, context) => (index === 0 && context.naming.isNew(context.document) ? [documentOf(context)] : []),
};

export const documentPublished: ReadingRule = {
  name: 'document-published',
  example: 'Wands are taxed',
  read: ({ index }, context) => (index === 0 ? publisherOf(context) : []),
};

export const sourceCited: ReadingRule = {
  name: 'source-cited',
  example: 'Source: Daily Prophet, May 2, 2023',
  read: (sentence, context) =>
    citedIn(sentence, context).flatMap(({ outlet }) =>
      published(outlet, 'CITED_SOURCE', 0.9, 'The text names its source.', context),
    ),
};

function documentOf({ reading, document, sentences, ...context }: RuleContext): Suggestion {
  const { title = titleOf(reading.text), outlet, date, url, language, sha256 } = reading;
  const cited = sentences.flatMap((each) => sourcesIn(each))[0];
  const values = {
    title: title ?? url ?? document,
    publisher: outlet,
    publishedOn: date,
    url,
    language,
    sha256,
    citedSource: cited && context.naming.mainName(cited.outlet),
    citedOn: cited?.date?.edtf,
  };
  const properties = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  return {
    kind: 'ENTITY',
    entity: { id: document, label: 'Document', names: [], properties },
    confidence: 1,
    why: 'It is the text that is read.',
    summary: 'The text begins so.',
  };
}

/** The outlet that was given with the text. */
function publisherOf(context: RuleContext): Suggestion[] {
  const outlet = outletOf(context);
  if (outlet === undefined) return [];
  const id = context.idOf(outlet);
  const suggestions = published(outlet, 'PUBLISHER', 0.95, 'The outlet was given with the text.', context);
  if (id === undefined || !context.naming.isNew(id) || context.naming.named(id).mentions.length > 0) return suggestions;
  const entity = {
    id,
    label: 'Organization' as const,
    names: [{ value: outlet.text, lang: context.reading.language, kind: 'PREFERRED' }],
    properties: [{ name: 'kind', value: 'MEDIA' }],
  };
  return [
    { kind: 'ENTITY', entity, confidence: 0.9, why: 'The outlet was given with the text.', summary: 'The text begins so.' },
    ...suggestions,
  ];
}

/** Of the names of the graph, or new. */
function outletOf({ reading: { outlet }, lexicon }: RuleContext): Mention | undefined {
  if (outlet === undefined || outlet.trim() === '') return undefined;
  const words = wordsIn(outlet);
  const known = [...lexicon.at(words, 0)].find(({ length }) => length === words.length)?.entries ?? [];
  const organizations = new Set(known.flatMap(({ entity }) => (entity.label === 'Organization' ? [entity.id] : [])));
  const [entity] = organizations;
  const found = { start: 0, end: 0, text: outlet, label: 'Organization', confidence: 0.95, reason: 'the outlet' } as const;
  return organizations.size === 1 ? { ...found, how: 'NAME', entity } : { ...found, how: 'NEW', newName: outlet };
}

const published = (outlet: Mention, role: string, confidence: number, why: string, context: RuleContext): Suggestion[] => {
  const subject = context.idOf(outlet);
  if (subject === undefined || outlet.label !== 'Organization') return [];
  const summary = role === 'PUBLISHER' ? `${outlet.text} published the text.` : `The text draws on ${outlet.text}.`;
  const claim = { subject, predicate: 'PUBLISHED', object: context.document, qualifiers: [{ name: 'role', value: role }] };
  return [{ kind: 'CLAIM', claim, confidence, why, summary }];
};

const outlet = one('outlet', 'Organization');
const reported: readonly RegExp[] = [
  new RegExp(
    String.raw`${outlet}(?:\s\([^)]*\))?(?:\s(?:has|had|recently|also|earlier|later|on|<Date:\d+>))*\s(?:reported|reports|wrote|writes)\b`,
    'gu',
  ),
  new RegExp(
    String.raw`\b[Aa]ccording to (?:(?:an?|the|data|figures|from|by|of|report|reports|article|story)\s)*${outlet}`,
    'gu',
  ),
  new RegExp(String.raw`\b(?:article|report|column|story|editorial|interview)s? (?:from|in|by|of|with) (?:the )?${outlet}`, 'gu'),
  new RegExp(
    String.raw`\b(?:[Aa]n?|[Tt]he) ${outlet}(?:\s\([^)]*\))?\s(?:article|report|column|story|editorial|interview)\b`,
    'gu',
  ),
  new RegExp(String.raw`据${outlet}(?:记者)?(?:<Date:\d+>)?(?:的?报道|消息)`, 'gu'),
  new RegExp(String.raw`${outlet}(?:<Date:\d+>|日前|近日)?(?:的?(?:报道|文章)|刊文)`, 'gu'),
];

/** A report that somebody denies is none of the text's sources. */
const isDenied = /\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed)|refut(?:es|ed)|reject(?:s|ed)|false|untrue|wrong)\b|否认|不实/u;
const isOutlet = new RegExp(
  String.raw`\b(?:newspaper|daily|weekly|magazine|broadcaster|news (?:agency|site|website|outlet|portal)|television channel|radio station)\s${outlet}(?=(?:\s<Date:\d+>)?\s(?:reported|reports|wrote|writes|said)\b)`,
  'gu',
);

/** The outlets that a sentence credits, and media whose reports it repeats. */
function citedIn(sentence: TypedSentence, context: RuleContext): NamedSource[] {
  const publisher = outletOf(context);
  const own = publisher && context.idOf(publisher);
  const told = reported.flatMap((pattern) =>
    matchesOf(pattern, sentence).flatMap((match) => match.mentions('outlet').filter((each) => isMedia(each, context))),
  );
  const called = matchesOf(isOutlet, sentence).flatMap((match) => match.mentions('outlet'));
  const pictures = isPhotoCredit(sentence) ? mentionsOf(sentence).filter(({ reason }) => reason.includes('credits')) : [];
  const found = [
    ...sourcesIn(sentence),
    ...[...(isDenied.test(sentence.typed) ? [] : [...told, ...called]), ...pictures].map((each) => ({ outlet: each })),
  ];
  return [...new Map(found.map((each) => [context.idOf(each.outlet), each])).entries()].flatMap(([id, each]) =>
    id === own || /\b(?:no|not|never)\s/u.test(sentence.typed.slice(0, 30)) ? [] : [each],
  );
}

const mentionsOf = ({ parts }: TypedSentence): Mention[] =>
  parts.flatMap((part) => (part.type === 'Mention' ? [part.mention] : []));

function isMedia({ entity, newName = '', label }: Mention, { lexicon }: RuleContext): boolean {
  if (entity !== undefined) return lexicon.entity(entity)?.kinds.includes('MEDIA') === true;
  return kindOfName(label, newName)[0]?.value === 'MEDIA';
}
