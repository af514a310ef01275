/** What a text says, as proposals for the graph. */
import { hashOf } from '../../archive.js';
import { slugOf } from '../../import/mapping/slug.js';
import { groupBy } from '../../graph/group-by.js';
import { limits } from '../../limits.js';
import type { Span } from '../../sentences.js';
import type { Lexicon } from '../mentions/lexicon.js';
import type { ReadText } from '../read-text.js';
import { attributed } from './attributed.js';
import { Cuts, type Cut } from './cuts.js';
import { Naming } from './naming.js';
import type { ProposedPassage, Proposal, Suggestion } from './proposal.js';
import type { ReadingRule, RuleContext } from './rule.js';
import { lastRules, rules } from './rules/rules.js';
import { sentencesToRead } from './sentences.js';
import { speechesOf } from './speech/speeches.js';
import type { TypedSentence } from './typed-sentence.js';

/** The proposals of a text, in its order, each entity that is new before what is said of it. Deterministic. */
export const proposalsOf = (reading: ReadText, lexicon: Lexicon, document = documentId(reading)): Proposal[] => [
  ...proposed(reading, lexicon, document).proposals,
];

/** What a text proposes, and where it was not read as a whole. */
export interface Proposed {
  readonly proposals: readonly Proposal[];
  readonly cuts: readonly Cut[];
}

/** Takes how many characters of a text are read, and how many it has. */
export type ReadProgress = (read: number, total: number) => void;

/** The proposals of a text with what was left out. */
export function proposed(reading: ReadText, lexicon: Lexicon, document = documentId(reading), progress?: ReadProgress): Proposed {
  const sentences = sentencesToRead(reading, lexicon);
  const cuts = new Cuts();
  cuts.addLong(sentences);
  const speeches = groupBy(speechesOf(reading.text, sentences, cuts), ({ sentence }) => sentence);
  const speechesIn = (sentence: TypedSentence) => speeches.get(sentence) ?? [];
  const characters = Array.from(reading.text);
  const naming = new Naming(sentences, characters, lexicon);
  const context: RuleContext = { reading, characters, sentences, speechesIn, lexicon, document, naming, idOf: naming.idOf };
  const read = (rule: ReadingRule, sentence: TypedSentence): Proposal[] =>
    rule
      .read(sentence, context)
      .slice(0, mostInSentence + 1)
      .map((suggestion) => proposal(attributed(suggestion, sentence, context), rule.name, sentence, characters));
  const all = (sentence: TypedSentence): Proposal[] => {
    progress?.(sentence.start, characters.length);
    return rules.flatMap((rule) => read(rule, sentence));
  };
  const found = foundIn(sentences, all, cuts);
  const places = found.flat().flatMap((each) => (isFact(each, document) ? each.passages : []));
  const told = sentencesAt(places, sentences);
  const last = sentences
    .slice(0, found.length)
    .map((sentence) => (!told.has(sentence) && !isBare(sentence) ? firstOf(lastRules, (rule) => read(rule, sentence)) : []));
  const proposals = once(found.flatMap((own, index) => [...own, ...(last[index] ?? [])]));
  return { proposals: proposals.slice(0, mostInText), cuts: cuts.all() };
}

/** Too short to say anything: a text may have a hundred thousand such lines. The first sentence is also read for the document. */
const isBare = ({ index, parts, typed }: TypedSentence): boolean => index > 0 && parts.length === 0 && typed.length < 4;

const mostInSentence = limits.reading.sentenceProposals.value;
const mostInText = limits.reading.textProposals.value;

/** What rules find in each sentence, until they have found as much as a reading may have. */
function foundIn(sentences: readonly TypedSentence[], read: (sentence: TypedSentence) => Proposal[], cuts: Cuts): Proposal[][] {
  const found: Proposal[][] = [];
  const keys = new Set<string>();
  for (const sentence of sentences) {
    if (keys.size >= mostInText) {
      cuts.add({ start: sentence.start, end: sentences.at(-1)?.end ?? sentence.end }, 'LONG_TEXT');
      return found;
    }
    const all = isBare(sentence) ? [] : read(sentence);
    if (all.length > mostInSentence) cuts.add(sentence, 'MANY_PROPOSALS');
    const own = all.slice(0, mostInSentence);
    for (const each of own) keys.add(keyOf(each));
    found.push(own);
  }
  return found;
}

/** What sentences say beside what they are about: "Jane Doe, head of the association, …" */
const inPassing = new Set(['PART_OF', 'NATIONAL_OF', 'LOCATED_IN', 'MEMBER_OF', 'HOLDS_POSITION', 'WORKS_IN', 'LISTED_ON']);

/** Whether a sentence is about it: something of the world, neither of the document itself nor in passing. */
const isFact = (proposal: Proposal, document: string): boolean =>
  proposal.kind === 'OBSERVATION' ||
  (proposal.kind === 'CLAIM' &&
    ![proposal.claim.subject, proposal.claim.object].includes(document) &&
    !inPassing.has(proposal.claim.predicate));

/** The sentences that places are in. Both are in the order of the text, or nearly so. */
function sentencesAt(places: readonly Span[], sentences: readonly TypedSentence[]): Set<TypedSentence> {
  const found = new Set<TypedSentence>();
  for (const place of places) {
    let [low, high] = [0, sentences.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sentences[middle] as TypedSentence).end <= place.start) low = middle + 1;
      else high = middle;
    }
    for (let next = sentences[low]; next !== undefined && next.start < place.end; next = sentences[++low]) found.add(next);
  }
  return found;
}

/** What the first rule finds that finds something. */
function firstOf(tried: readonly ReadingRule[], read: (rule: ReadingRule) => Proposal[]): Proposal[] {
  for (const rule of tried) {
    const found = read(rule);
    if (found.length > 0) return found;
  }
  return [];
}

const mostPassages = limits.reading.proposalPassages.value;

/** A new entity once, and a claim once with all passages that say it. */
function once(found: readonly Proposal[]): Proposal[] {
  const first = new Map<string, Proposal>();
  for (const proposal of found) {
    const key = keyOf(proposal);
    const known = first.get(key);
    first.set(key, known === undefined ? proposal : together(known, proposal));
  }
  return [...first.values()];
}

function keyOf(proposal: Proposal): string {
  if (proposal.kind === 'ENTITY') return proposal.entity.id;
  return proposal.kind === 'CLAIM' ? JSON.stringify(proposal.claim) : proposal.id;
}

function together(first: Proposal, other: Proposal): Proposal {
  if (first.kind !== 'CLAIM' || first.passages.length >= mostPassages) return first;
  const isNew = (passage: ProposedPassage) =>
    !first.passages.some(({ start, end }) => start === passage.start && end === passage.end);
  const passages = [...first.passages, ...other.passages.filter(isNew)].slice(0, mostPassages);
  return { ...first, passages, confidence: Math.max(first.confidence, other.confidence) };
}

/** The document that a text is: of what its address or its text says. */
export const documentId = ({ url, sha256 }: Pick<ReadText, 'url' | 'sha256'>): string =>
  `document:${url === undefined ? `text-${sha256.slice(0, 12)}` : slugOf(pageOf(url))}`;

/** The page of an address, however its host is written and whatever place on the page it names. */
const pageOf = (url: string): string =>
  url.replace(/#.*$/su, '').replace(/^https?:\/\/(?:www\.)?([^/?]*)/i, (_, host: string) => host.toLowerCase());

/** With its id and the hashes of its passages. */
export function proposal(
  { passages, summary, ...suggestion }: Suggestion,
  rule: string,
  { start, end }: Span,
  characters: readonly string[],
): Proposal {
  const places = (passages ?? [{ start, end, summary }]).map((passage) => placed(passage, characters));
  const { confidence: _, why: __, choices: ___, ...change } = suggestion;
  const id = `proposal:${hashOf(JSON.stringify([change, places.map(({ start: from, end: to }) => [from, to])])).slice(0, 16)}`;
  return { ...suggestion, id, rule, passages: places };
}

/** A passage with its hash, and nothing else that a rule has on it, such as the sentence that it is. */
function placed(
  { start, end, summary, supports }: Omit<ProposedPassage, 'sha256'>,
  characters: readonly string[],
): ProposedPassage {
  const sha256 = hashOf(characters.slice(start, end).join(''));
  return { start, end, sha256, summary, ...(supports === undefined ? {} : { supports }) };
}
