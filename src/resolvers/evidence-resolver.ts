import { Ctx, FieldResolver, Resolver, Root } from '../type-graphql/decorators.js';
import { passageAt, type Passage } from '../archive.js';
import type { Evidence as EvidenceRow } from '../graph/stored/rows.js';
import { paragraphAround } from '../paragraphs.js';
import { Evidence } from '../schema/evidence.js';
import { Verification } from '../schema/enums.js';
import { Paragraph } from '../schema/paragraph.js';
import type { Context } from './context.js';
import { archivedText } from './paragraphs-resolver.js';

@Resolver(() => Evidence)
export class EvidenceResolver {
  @FieldResolver(() => String, { nullable: true })
  async quote(@Root() evidence: EvidenceRow, @Ctx() context: Context) {
    return (await passageOf(evidence, context))?.quote;
  }

  @FieldResolver(() => Paragraph, {
    nullable: true,
    description:
      'The paragraph that the passage is in, or the paragraphs as one, where the archive of this service has the text and the passage is verified.',
  })
  async context(@Root() evidence: EvidenceRow, @Ctx() context: Context) {
    const { locator, document } = evidence;
    if (locator === undefined || (await passageOf(evidence, context))?.quote === undefined) return null;
    const archived = await archivedText(await context.loaders.entities.byId(document), context);
    return archived === undefined ? null : paragraphAround(archived.text, locator, archived.range);
  }

  @FieldResolver(() => Verification)
  async verification(@Root() evidence: EvidenceRow, @Ctx() context: Context) {
    return (await passageOf(evidence, context))?.verification ?? 'DATA_SET';
  }
}

async function passageOf({ document, locator }: EvidenceRow, { loaders, archive }: Context): Promise<Passage | undefined> {
  if (locator === undefined) return undefined;
  const read = await loaders.entities.byId(document);
  return passageAt(archive, read?.['sha256'] as string | undefined, locator);
}
