import { randomUUID } from 'node:crypto';
import { mustHave } from '../accounts/account.js';
import type { ApplyOptions } from '../changesets/apply.js';
import type * as FromInput from '../changesets/from-input.js';
import type { ChangeRequest } from '../changesets/change-request.js';
import type { Report } from '../changesets/report.js';
import { GraphError } from '../graph/errors.js';
import type { Context } from './context.js';

interface Said {
  readonly id?: string | undefined;
  readonly reason: string;
  readonly dryRun: boolean;
}

/** Who writes, and why. */
type Head = Pick<ChangeRequest, 'id' | 'author' | 'publisher' | 'types' | 'reason'>;
type Lists = Omit<ChangeRequest, keyof Head | 'origin' | 'dataVersion'>;
type ListsOf = (fromInput: typeof FromInput) => Promise<Lists>;

/** Writes what a mutation asks for as one changeset of the account that asks, with what must land with it. */
export async function write(
  { id = newChangesetId(), reason, dryRun }: Said,
  listsOf: ListsOf,
  context: Context,
  landing: NonNullable<ApplyOptions['landing']> = async () => undefined,
): Promise<Report> {
  const { id: author, types } = mustHave('EDITOR', context.account);
  return land({ id, author, types, reason }, listsOf, context, { dryRun, landing });
}

/** Writes one changeset of the author in its head. Throws BAD_USER_INPUT with all that is wrong with it, FORBIDDEN, and CONFLICT. */
export async function land(head: Head, listsOf: ListsOf, context: Context, options: ApplyOptions): Promise<Report> {
  // The validators of drafts take time and memory that a service which is only read does not need.
  const { applyChangeset } = await import('../changesets/apply.js');
  return withProblems(async (fromInput) => {
    const lists = await listsOf(fromInput);
    return applyChangeset(context.graph, { ...head, origin: 'api', ...lists }, options);
  });
}

/** The report of a change that was published before; there is no changeset where the graph had all of it already. */
export async function repeated(changeset: string, { log, loaders }: Context): Promise<Report> {
  if ((await loaders.changesets.byId(changeset)) === null) return { outcome: 'UNCHANGED', changeset, entries: [] };
  return { outcome: 'REPEATED', changeset, entries: await log.of(changeset, loaders.reader) };
}

/** What `work` gives of an input. Throws BAD_USER_INPUT with all that is wrong with it. */
export async function withProblems<T>(work: (fromInput: typeof FromInput) => Promise<T>): Promise<T> {
  const [fromInput, { InvalidInput }] = await Promise.all([
    import('../changesets/from-input.js'),
    import('../changesets/problem.js'),
  ]);
  try {
    return await work(fromInput);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const problems = error.problems
      .slice(0, 100)
      .map(({ file, value, message }) => ({ path: file, value: shown(value), message }));
    throw new GraphError('BAD_USER_INPUT', error.message, { cause: error }, { problems });
  }
}

/** An id for a changeset that was given none. */
const newChangesetId = (): string => `changeset:${randomUUID()}`;

const shown = (value: unknown): unknown => (typeof value === 'string' && value.length > 200 ? `${value.slice(0, 199)}…` : value);
