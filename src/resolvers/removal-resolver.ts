import { Arg, Ctx, Mutation, Resolver } from '../type-graphql/decorators.js';
import { mustHave } from '../accounts/account.js';
import type { Report } from '../changesets/report.js';
import { GraphError } from '../graph/errors.js';
import { labelOf } from '../model/model.js';
import { removalOf } from '../reading/kept/removal.js';
import { ChangesetReport } from '../schema/changeset-report.js';
import { EntityArg } from '../schema/entity-ids.js';
import type { Context } from './context.js';
import { write } from './write.js';

@Resolver()
export class RemovalResolver {
  @Mutation(() => ChangesetReport, {
    description:
      'Takes a document out of the graph: retracts the claims that rest on it alone, and leaves to the others their other evidence. Its text is for editors only again. The document stays as an entity, since ids are permanent. A dry run lists all of it. Needs the role EDITOR.',
  })
  async removeDocument(
    @EntityArg('document', ['Document'], 'The document.') document: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: 'Does everything but write, and reports the same.' })
    dryRun: boolean,
    @Arg('reason', () => String, { nullable: true, description: 'Why; by default, that the document is removed.' })
    reason: string | null,
    @Ctx() context: Context,
  ): Promise<Report> {
    mustHave('EDITOR', context.account);
    const entity = await context.loaders.entities.byId(document);
    if (entity === null || labelOf(entity.id) !== 'Document')
      throw new GraphError('BAD_USER_INPUT', `Unknown document "${document}".`);
    const { lists, landing } = removalOf(context.graph, entity.id);
    const said = { reason: reason ?? `Removes ${entity.id}.`, dryRun };
    return write(said, lists, context, landing);
  }
}
