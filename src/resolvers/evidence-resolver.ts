import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Passage } from '../archive.js';
import type { Evidence as EvidenceRow } from '../graph/stored/rows.js';
import { Evidence } from '../schema/evidence.js';
import { Verification } from '../schema/enums.js';
import type { Context } from './context.js';

@Resolver(() => Evidence)
export class EvidenceResolver {
  @FieldResolver(() => String, { nullable: true })
  async quote(@Root() evidence: EvidenceRow, @Ctx() context: Context) {
    return (await passageOf(evidence, context))?.quote;
  }

  @FieldResolver(() => Verification)
  async verification(@Root() evidence: EvidenceRow, @Ctx() context: Context) {
    return (await passageOf(evidence, context))?.verification ?? 'DATA_SET';
  }
}

async function passageOf({ document, locator }: EvidenceRow, { loaders, archive }: Context): Promise<Passage | undefined> {
  if (locator === undefined) return undefined;
  const read = await loaders.entities.byId(document);
  return archive.passage(read?.['sha256'] as string | undefined, locator);
}
