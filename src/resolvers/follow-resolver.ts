import { validateOrReject, type ValidationError } from 'class-validator';
import { ArgumentValidationError, Args, Resolver, Root, Subscription } from '../type-graphql/decorators.js';
import { follow } from '../changesets/follow.js';
import { cursorOf, type LoggedEntry } from '../changesets/log.js';
import { wantedBy } from '../changesets/wanted.js';
import { Change } from '../schema/changeset-report.js';
import { FollowArguments } from '../schema/changes.js';
import type { RequestContext } from './context.js';

@Resolver()
export class FollowResolver {
  @Subscription(() => Change, {
    description:
      'Every change as it lands, in order, each once. Ask again `since` the cursor of the last one that came: nothing is missed, and nothing told twice. Over WebSocket at `/graphql` and server-sent events at `/graphql/stream`.',
    subscribe: ({ args, context }) => changesFor(args as FollowArguments, context as RequestContext),
  })
  changes(@Root() entry: LoggedEntry, @Args(() => FollowArguments) _arguments: FollowArguments) {
    return { ...entry, cursor: cursorOf(entry.place) };
  }
}

async function changesFor(
  given: FollowArguments,
  { log, signal = neverAborted }: RequestContext,
): Promise<AsyncIterable<LoggedEntry>> {
  await mustBeValid(given);
  const { since, types, kinds } = given;
  const place = since == null ? await log.end({ signal }) : await log.placeGiven(since, { signal });
  return follow({ log, place, wanted: wantedBy({ types, kinds }), signal });
}

const neverAborted = new AbortController().signal;

/** Arguments are validated for each answer; here they are before there is any. */
async function mustBeValid(given: FollowArguments): Promise<void> {
  try {
    await validateOrReject(Object.assign(new FollowArguments(), given), { validationError: { target: false, value: false } });
  } catch (errors) {
    throw new ArgumentValidationError(errors as ValidationError[]);
  }
}
