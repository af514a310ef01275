import { randomUUID } from 'node:crypto';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { mustHave, type Account } from '../accounts/account.js';
import type { ChangesetLists, draftLists } from '../changesets/from-input.js';
import type { Report } from '../changesets/report.js';
import { GraphError } from '../graph/errors.js';
import { Loaders } from '../graph/loaders/loaders.js';
import { ChangesetInput } from '../schema/changeset-input.js';
import { Change, ChangesetReport } from '../schema/changeset-report.js';
import type { Context } from './context.js';

@Resolver(() => ChangesetReport)
export class ChangesetReportResolver {
  @Mutation(() => ChangesetReport, {
    description:
      'Changes the graph: entities, claims and observations, all of it or nothing. Needs the role EDITOR. What is wrong with it is told at once, in `extensions.problems`, each with its path.',
  })
  async applyChangeset(
    @Arg('input', () => ChangesetInput, { description: 'What to change.' }) { id, reason, ...lists }: ChangesetInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: 'Does everything but write, and reports the same.' })
    dryRun: boolean,
    @Ctx() context: Context,
  ) {
    return write({ id, reason }, lists, dryRun, context);
  }

  @FieldResolver(() => ChangesetReport)
  changeset(@Root() { outcome, changeset }: Report, @Ctx() { loaders }: Context) {
    return outcome === 'LANDED' || outcome === 'REPEATED' ? loaders.changesets.byId(changeset) : null;
  }

  @FieldResolver(() => [Change])
  changes(@Root() { outcome, changeset, entries }: Report) {
    return outcome === 'DRY_RUN' ? entries : entries.map((entry) => ({ ...entry, changeset }));
  }
}

type ReadDraft = ReturnType<typeof draftLists>;
type Said = { readonly id?: string | undefined; readonly reason: string };

async function write({ id, reason }: Said, lists: ChangesetLists, dryRun: boolean, context: Context): Promise<Report> {
  const account = mustHave('EDITOR', context.account);
  // The validators of drafts take time and memory that a service which is only read does not need.
  const [{ applyChangeset }, { draftLists }, { ImportError }] = await Promise.all([
    import('../changesets/apply.js'),
    import('../changesets/from-input.js'),
    import('../changesets/problem.js'),
  ]);
  try {
    const draft = { id: id ?? `changeset:${randomUUID()}`, author: account.id, reason, origin: 'api', ...draftLists(lists) };
    mustBeInScope(account, await writtenBy(draft, account, context));
    const report = await applyChangeset(context.graph, draft, { dryRun });
    context.loaders = new Loaders(context.graph, context.loaders.reader.asOf, context.loaders.reader.signal); // what was read before may have changed
    return report;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const problems = error.problems
      .slice(0, 100)
      .map(({ file, value, message }) => ({ path: file, value: shown(value), message }));
    throw new GraphError('BAD_USER_INPUT', error.message, { cause: error }, { problems });
  }
}

/** What a draft is about: its entities, and the subjects of the claims that it makes or ends. Those that it ends are read for accounts that they matter to. */
async function writtenBy(
  { entities, claims, retractions }: ReadDraft,
  { types }: Account,
  { loaders }: Context,
): Promise<string[]> {
  if (types === undefined) return [];
  const ended = [...retractions.map(({ item }) => item.claim), ...claims.flatMap(({ item }) => item.supersedes ?? [])];
  const about = [...claims.map(({ item }) => item), ...(await loaders.claims.byIds(ended))];
  return [...entities.map(({ item }) => item.id), ...about.map(({ subject }) => subject)];
}

/** An account may be held to some types of entities. Observations are written with the types of indicators. */
function mustBeInScope({ types }: Account, ids: readonly string[]): void {
  if (types === undefined) return;
  const prefixes = new Set(types.map((type) => type.toLowerCase()));
  const typeOf = (id: string) => id.slice(0, id.indexOf(':')).replace('observation', 'indicator');
  const outside = ids.find((id) => !prefixes.has(typeOf(id)));
  if (outside !== undefined)
    throw new GraphError('FORBIDDEN', `This account may write ${types.join(', ')} only, and "${outside}" is none of them.`);
}

const shown = (value: unknown): unknown => (typeof value === 'string' && value.length > 200 ? `${value.slice(0, 199)}…` : value);
