/** Where the claims of a document are in its text. Places are code points, as locators count them. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What has evidence in documents. */
interface Evidenced {
  readonly evidence: readonly {
    readonly document: { readonly id: string };
    readonly locator: Stretch | null;
    readonly verification: string;
  }[];
}

/** A claim, with what this document says for it at one place. */
export interface StatementOf<Fact extends Evidenced> {
  readonly fact: Fact;
  readonly evidence: Fact['evidence'][number];
}

/** A passage with all claims that rest on it. */
export interface PassageOf<Fact extends Evidenced> extends Stretch {
  /** Its place among the passages of the document, from 1. */
  readonly number: number;
  readonly statements: readonly StatementOf<Fact>[];
}

export interface StatementsOf<Fact extends Evidenced> {
  /** In the order of the text; of two that begin together, the longer one first. */
  readonly passages: readonly PassageOf<Fact>[];
  /** What the archived text does not bear out, or rests on a record of a data set. */
  readonly others: readonly StatementOf<Fact>[];
}

/** A claim with each evidence that it has in a document. */
export function statementsIn<Fact extends Evidenced>(fact: Fact, document: string): StatementOf<Fact>[] {
  return fact.evidence.filter((evidence) => evidence.document.id === document).map((evidence) => ({ fact, evidence }));
}

/** The claims of a document, by passage. */
export function statementsOf<Fact extends Evidenced>(facts: readonly Fact[], document: string): StatementsOf<Fact> {
  const all = facts.flatMap((fact) => statementsIn(fact, document));
  const places = new Map<string, { start: number; end: number; statements: StatementOf<Fact>[] }>();
  const others: StatementOf<Fact>[] = [];
  for (const statement of all) {
    const { locator, verification } = statement.evidence;
    if (locator === null || verification === 'MISMATCH') others.push(statement);
    else {
      const key = `${locator.start}-${locator.end}`;
      const place = places.get(key) ?? { ...locator, statements: [] };
      place.statements.push(statement);
      places.set(key, place);
    }
  }
  const ordered = [...places.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  return { passages: ordered.map((place, index) => ({ ...place, number: index + 1 })), others };
}

/** The passages that each paragraph has a part of; both are in the order of the text. */
export function inParagraphs<Passage extends Stretch>(
  paragraphs: readonly Stretch[],
  passages: readonly Passage[],
): readonly Passage[][] {
  let [begun, next] = [[] as Passage[], 0];
  return paragraphs.map(({ start, end }) => {
    for (let passage = passages[next]; passage !== undefined && passage.start < end; passage = passages[++next])
      begun.push(passage);
    begun = begun.filter((passage) => passage.end > start);
    return [...begun];
  });
}

/** A stretch of a paragraph with the passages that cover all of it. */
export interface Segment<Passage> {
  readonly start: number;
  readonly text: string;
  readonly passages: readonly Passage[];
}

/** A paragraph, cut wherever one of its passages begins or ends. */
export function segmentsOf<Passage extends Stretch>(
  { start, end, text }: Stretch & { readonly text: string },
  passages: readonly Passage[],
): Segment<Passage>[] {
  const cuts = passages.flatMap((passage) => [passage.start, passage.end]).filter((cut) => cut > start && cut < end);
  const bounds = [...new Set([start, ...cuts, end])].sort((a, b) => a - b);
  const characters = [...text];
  return bounds.slice(0, -1).map((from, index) => {
    const to = bounds[index + 1]!;
    return {
      start: from,
      text: characters.slice(from - start, to - start).join(''),
      passages: passages.filter((passage) => passage.start <= from && passage.end >= to),
    };
  });
}

/** The passage that a segment is of before all others: the shortest. */
export const innermost = <Passage extends Stretch>(passages: readonly Passage[]): Passage =>
  passages.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
