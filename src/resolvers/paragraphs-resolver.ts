import { Args, Ctx, FieldResolver, Resolver, Root } from '../type-graphql/decorators.js';
import type { Entity } from '../graph/stored/rows.js';
import { limits } from '../limits.js';
import { paragraphsFrom, type Paragraph as ParagraphOfText } from '../paragraphs.js';
import { entityTypes } from '../schema/entity-types.js';
import { Paragraph, ParagraphsArguments } from '../schema/paragraph.js';
import type { Span } from '../sentences.js';
import type { Context } from './context.js';

@Resolver(() => entityTypes.Document)
export class ParagraphsResolver {
  @FieldResolver(() => [Paragraph], {
    nullable: true,
    description:
      'Its text in paragraphs, in order, where the archive of this service has it; null elsewhere. The graph does not store it.',
  })
  async paragraphs(
    @Root() document: Entity,
    @Args(() => ParagraphsArguments) { first = limits.lists.claims.default, from = 0 }: ParagraphsArguments,
    @Ctx() context: Context,
  ) {
    const archived = await archivedText(document, context);
    return archived === undefined ? null : firstOf(first, paragraphsFrom(archived.text, from, archived.range));
  }
}

/** The text that the archive has of a document, and where the document is in it. */
export async function archivedText(document: Entity | null, { archive }: Context): Promise<ArchivedText | undefined> {
  const { sha256, rangeStart = 0, rangeEnd = Infinity }: Readonly<Record<string, unknown>> = document ?? {};
  const text = typeof sha256 === 'string' ? await archive.text(sha256) : undefined;
  return text === undefined ? undefined : { text, range: { start: Number(rangeStart), end: Number(rangeEnd) } };
}

interface ArchivedText {
  readonly text: readonly string[];
  readonly range: Span;
}

export function firstOf(count: number, paragraphs: Iterable<ParagraphOfText>): ParagraphOfText[] {
  const page: ParagraphOfText[] = [];
  for (const paragraph of paragraphs) if (page.push(paragraph) === count) break;
  return page;
}
