/** What a text says, as proposals for the graph. */
import { hashOf } from '../../archive.js';
import { slugOf } from '../../import/mapping/slug.js';
import type { Lexicon } from '../mentions/lexicon.js';
import type { Mention } from '../mentions/mention.js';
import type { ReadText } from '../read-text.js';
import type { ProposedPassage, Proposal, Suggestion } from './proposal.js';
import type { RuleContext } from './rule.js';
import { rules } from './rules/rules.js';
import { sentencesToRead } from './sentences.js';
import { speechesOf } from './speech/speeches.js';
import type { TypedSentence } from './typed-sentence.js';

/** The proposals of a text, in its order, each entity that is new before what is said of it. Deterministic. */
export function proposalsOf(reading: ReadText, lexicon: Lexicon, document = documentId(reading)): Proposal[] {
  const sentences = sentencesToRead(reading);
  const speeches = speechesOf(reading.text, sentences);
  const context: RuleContext = { reading, sentences, speeches, lexicon, document, idOf };
  const characters = Array.from(reading.text);
  const found = sentences.flatMap((sentence) =>
    rules.flatMap((rule) =>
      rule.read(sentence, context).map((suggestion) => proposal(suggestion, rule.name, sentence, characters)),
    ),
  );
  return once(found);
}

/** Of proposals of the same, and of a new entity, the first. */
function once(found: readonly Proposal[]): Proposal[] {
  const first = new Map<string, Proposal>();
  for (const proposal of found) {
    const key = proposal.kind === 'ENTITY' ? proposal.entity.id : proposal.id;
    if (!first.has(key)) first.set(key, proposal);
  }
  return [...first.values()];
}

/** The document that a text is: of what its address or its text says. */
export const documentId = ({ url, sha256 }: Pick<ReadText, 'url' | 'sha256'>): string =>
  `document:${url === undefined ? `text-${sha256.slice(0, 12)}` : slugOf(url.replace(/^https?:\/\/(?:www\.)?/, ''))}`;

/** A new entity's id says its type and name. */
function idOf({ entity, newName, label }: Mention): string | undefined {
  return entity ?? (newName === undefined ? undefined : `${label.toLowerCase()}:${slugOf(newName)}`);
}

function proposal(
  { passages, summary, ...suggestion }: Suggestion,
  rule: string,
  { start, end }: TypedSentence,
  characters: readonly string[],
): Proposal {
  const places = (passages ?? [{ start, end, summary }]).map((passage): ProposedPassage => ({
    ...passage,
    sha256: hashOf(characters.slice(passage.start, passage.end).join('')),
  }));
  const { confidence: _, why: __, choices: ___, ...change } = suggestion;
  const id = `proposal:${hashOf(JSON.stringify([change, places.map(({ start: from, end: to }) => [from, to])])).slice(0, 16)}`;
  return { ...suggestion, id, rule, passages: places };
}
