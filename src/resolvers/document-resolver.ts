import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { listConnection } from '../schema/connections.js';
import { Document } from '../schema/document.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { listOf } from './lists.js';

@Resolver(() => Document)
export class DocumentResolver {
  @Query(() => Document, { nullable: true, description: 'The document with this id; null when there is none.' })
  document(
    @Arg('id', () => ID, { description: 'Such as "document:china-oks-secondhand-car-exports".' }) id: string,
    @Ctx() context: Context,
  ) {
    return entityWithId('Document', id, context);
  }

  @Query(() => listConnection('Document', () => Document), { description: 'All documents, or those that pass a filter.' })
  documents(@Args(() => listArguments('Document')) input: ListInput, @Ctx() context: Context) {
    return listOf('Document', input, context);
  }
}
