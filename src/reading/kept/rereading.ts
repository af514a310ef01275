/** A document that is read again: where the passages of its claims are in the changed text. */
import { hashOf } from '../../archive.js';
import type { WholeClaim } from '../../changesets/stored.js';
import type { EvidenceRecord, Locator } from '../../graph/stored/record-types.js';
import { sentencesOf, type Span } from '../../sentences.js';
import { AlikeText } from '../alike-text.js';
import { codePointPositions } from '../positions.js';
import { withEvidence, type ClaimLists } from './document-claims.js';

export const rereadStates = {
  UNCHANGED: 'All of its passages are where they were.',
  MOVED:
    'Its passages are in the text, once each, and some are elsewhere, or have other white space or quotation marks: publishing moves its evidence.',
  LOST: 'A passage of it is not in the text any more, or is there several times.',
} as const;
type RereadState = keyof typeof rereadStates;

interface Suggestion extends Span {
  /** From 0 to 1. */
  readonly similarity: number;
}

/** Where one passage is by now. */
export interface RereadPassage extends Locator {
  readonly state: RereadState;
  readonly movedTo?: Span | undefined;
  /** The sentence that is most like a lost passage, where the earlier text is known. */
  readonly suggestion?: Suggestion | undefined;
}

export interface RereadClaim {
  readonly claim: string;
  readonly state: RereadState;
  readonly passages: readonly RereadPassage[];
}

/** A suggestion that is less like the passage helps nobody. */
const leastSimilar = 0.3;

/** A changed text, to look for passages of the earlier one. */
export class ChangedText {
  private readonly text: string;
  private readonly alike: AlikeText;
  private readonly sentences: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  private readonly position: (unit: number) => number;
  private readonly pairs = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly characters: readonly string[],
    /** The earlier text, where something has it. */
    private readonly earlier: readonly string[] | undefined,
  ) {
    this.text = characters.join('');
    this.position = codePointPositions(this.text);
    this.sentences = sentencesOf(this.text);
    this.alike = new AlikeText(characters);
  }

  find({ start, end, sha256 }: Locator): RereadPassage {
    if (hashOf(this.characters.slice(start, end).join('')) === sha256) return { start, end, sha256, state: 'UNCHANGED' };
    const quote = this.quoteAt({ start, end, sha256 });
    const found = quote === undefined ? this.sentencesWith(sha256) : this.occurrences(quote, end - start);
    const [movedTo, ...others] = found;
    if (movedTo !== undefined && others.length === 0) return { start, end, sha256, state: 'MOVED', movedTo };
    return { start, end, sha256, state: 'LOST', suggestion: quote === undefined ? undefined : this.mostLike(quote) };
  }

  private quoteAt({ start, end, sha256 }: Locator): string | undefined {
    const quote = this.earlier?.slice(start, end).join('');
    return quote !== undefined && hashOf(quote) === sha256 ? quote : undefined;
  }

  private sentencesWith(sha256: string): Span[] {
    return this.sentences.filter(({ text }) => hashOf(text) === sha256);
  }

  /** As it was; where it is not, with other white space or quotation marks. */
  private occurrences(quote: string, length: number): Span[] {
    const same = this.sameOccurrences(quote, length);
    return same.length > 0 ? same : this.alike.all(quote, { start: 0, end: this.characters.length }, 2);
  }

  private sameOccurrences(quote: string, length: number): Span[] {
    const found: Span[] = [];
    for (let at = this.text.indexOf(quote); at !== -1 && found.length < 2; at = this.text.indexOf(quote, at + 1)) {
      const start = this.position(at);
      found.push({ start, end: start + length });
    }
    return found;
  }

  /** By the pairs of characters that both have. */
  private mostLike(quote: string): Suggestion | undefined {
    const wanted = pairsOf(quote);
    let best: Suggestion | undefined;
    for (const { start, end, text } of this.sentences) {
      const similarity = likeness(wanted, this.pairsOfSentence(text));
      if (similarity >= leastSimilar && similarity > (best?.similarity ?? 0)) best = { start, end, similarity };
    }
    return best;
  }

  private pairsOfSentence(text: string): ReadonlySet<string> {
    const known = this.pairs.get(text) ?? pairsOf(text);
    this.pairs.set(text, known);
    return known;
  }
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = Array.from(text.toLowerCase().replaceAll(/\s+/g, ' '));
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const pair of a) if (b.has(pair)) both++;
  return a.size + b.size === 0 ? 0 : Math.round((200 * both) / (a.size + b.size)) / 100;
}

/** What became of each claim that rests on passages of the document. */
export function rereadClaims(claims: readonly WholeClaim[], document: string, text: ChangedText): RereadClaim[] {
  return claims.flatMap(({ id, evidence }) => {
    const passages = evidence.flatMap((each) =>
      each.document === document && each.locator !== undefined ? [text.find(each.locator)] : [],
    );
    if (passages.length === 0) return [];
    const worst = (['LOST', 'MOVED', 'UNCHANGED'] as const).find((state) => passages.some((passage) => passage.state === state));
    return [{ claim: id, state: worst ?? 'UNCHANGED', passages }];
  });
}

/** What an editor decides on a claim that lost its passage: the passage that says it now, or that nothing does. */
export interface LostClaim {
  readonly claim: string;
  readonly passage?: Span | undefined;
}

/** Moves the evidence of claims to where their passages are in the changed text. Lost ones stay as they are unless an editor decided. */
export function movedClaims(
  claims: readonly WholeClaim[],
  document: string,
  text: ChangedText,
  characters: readonly string[],
  lost: readonly LostClaim[],
): ClaimLists {
  const decided = new Map(lost.map((each) => [each.claim, each]));
  const at = ({ start, end }: Span): Locator => ({ start, end, sha256: hashOf(characters.slice(start, end).join('')) });
  const moved = (evidence: EvidenceRecord, claim: string): EvidenceRecord[] => {
    if (evidence.document !== document || evidence.locator === undefined) return [evidence];
    const { state, movedTo } = text.find(evidence.locator);
    if (movedTo !== undefined) return [{ ...evidence, locator: at(movedTo) }];
    const decision = state === 'LOST' ? decided.get(claim) : undefined;
    if (decision === undefined) return [evidence];
    return decision.passage === undefined ? [] : [{ ...evidence, locator: at(decision.passage) }];
  };
  return withEvidence(claims, ({ id, evidence }) => evidence.flatMap((each) => moved(each, id)));
}
