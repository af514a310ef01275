import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from '../type-graphql/decorators.js';
import { beginning, cursorOf, type LoggedEntry } from '../changesets/log.js';
import type { Entry } from '../changesets/report.js';
import { wantedBy } from '../changesets/wanted.js';
import { GraphError } from '../graph/errors.js';
import { groupBy } from '../graph/group-by.js';
import type { EntityChange } from '../graph/loaders/changeset-loader.js';
import type { Entity as EntityRow } from '../graph/stored/rows.js';
import { ChangePage, ChangesArguments, EntityVersion, HistoryArguments } from '../schema/changes.js';
import { Change } from '../schema/changeset-report.js';
import { Changeset } from '../schema/changeset.js';
import { Entity } from '../schema/entity.js';
import { Node } from '../schema/node.js';
import { PartPageArguments, itemsOfPage } from '../schema/part-page.js';
import type { Context } from './context.js';
import { nodeWithId } from './node-resolver.js';

const refused = (problem: string) => new GraphError('BAD_USER_INPUT', problem);

const logged = (entry: LoggedEntry) => ({ ...entry, cursor: cursorOf(entry.place) });

@Resolver(() => Changeset)
export class ChangesResolver {
  @Query(() => ChangePage, {
    description:
      'What changed in the graph, in the order in which it did. Ask again `since` the cursor of a page: nothing is missed, and nothing told twice. `last` gives the latest changes, and with `before` those before them.',
  })
  async changes(
    @Args(() => ChangesArguments) { since, types, kinds, first, last, before }: ChangesArguments,
    @Ctx() { log, loaders }: Context,
  ) {
    const wanted = wantedBy({ types, kinds });
    if (last == null && before != null) throw refused('"before" needs "last": give how many changes before it are wanted.');
    if (last != null && since != null) throw refused('"since" and "last" exclude each other: give "before" with "last".');
    if (last != null) {
      const end = before == null ? await log.end(loaders.reader) : await log.placeGiven(before, loaders.reader, 'before');
      const { entries, place, atEnd } = await log.before(end, last, wanted, loaders.reader);
      return { changes: entries.map(logged), cursor: cursorOf(place), atEnd };
    }
    const start = since == null ? beginning : await log.placeGiven(since, loaders.reader);
    const { entries, place, atEnd } = await log.after(start, first, wanted, loaders.reader);
    return { changes: entries.map(logged), cursor: cursorOf(place), atEnd };
  }

  @Query(() => Changeset, { nullable: true, description: 'The changeset with this id; null when there is none.' })
  changeset(@Arg('id', () => ID, { description: 'As claims and changes give it.' }) id: string, @Ctx() { loaders }: Context) {
    return loaders.changesets.byId(id);
  }
}

@Resolver(() => Change)
export class ChangeResolver {
  @FieldResolver(() => Node, { nullable: true })
  node(@Root() { id, kind }: Entry, @Ctx() context: Context) {
    return kind.startsWith('RELATION') ? null : nodeWithId(id, context);
  }

  @FieldResolver(() => Changeset, { nullable: true })
  changeset(@Root() { changeset }: Partial<LoggedEntry>, @Ctx() { loaders }: Context) {
    return changeset === undefined ? null : loaders.changesets.byId(changeset);
  }
}

@Resolver(() => Entity)
export class HistoryResolver {
  @FieldResolver(() => [EntityVersion], {
    description: 'Its versions, the last first: which changesets changed it, or the claims about it, and how.',
  })
  async history(
    @Root() { id }: EntityRow,
    @Args(() => HistoryArguments) { first }: HistoryArguments,
    @Ctx() { loaders }: Context,
  ) {
    return (await loaders.changesets.historyOf(id)).slice(0, first);
  }
}

@Resolver(() => EntityVersion)
export class EntityVersionResolver {
  @FieldResolver(() => Changeset)
  changeset(@Root() { changeset }: EntityChange, @Ctx() { loaders }: Context) {
    return loaders.changesets.byId(changeset);
  }

  @FieldResolver(() => [Change])
  async changes(
    @Root() { entity, changeset }: EntityChange,
    @Args(() => PartPageArguments) page: PartPageArguments,
    @Ctx() { log, loaders }: Context,
  ) {
    const fetch = async (keys: readonly string[]) => {
      const changes = keys.map((key) => key.split(' ') as [changeset: string, entity: string]);
      const groups = groupBy(changes, ([id]) => id);
      const entities = new Map([...groups].map(([id, group]) => [id, new Set(group.map(([, of]) => of))]));
      const found = await log.about(entities, loaders.reader);
      return new Map(keys.map((key, index) => [key, found.get(changes[index]?.[0] ?? '') ?? []]));
    };
    const key = `${changeset} ${entity}`;
    const entries = await loaders.reader.batches.load<readonly Entry[]>('entries', null, key, fetch, []);
    const ofEntity = entries.filter(({ id, from }) => id === entity || from === entity);
    return itemsOfPage(ofEntity, page).map((entry) => ({ ...entry, changeset }));
  }
}
