import { Field, ObjectType } from '../type-graphql/decorators.js';
import { Costs, part } from './price.js';

@ObjectType({ description: 'The position of a page in its list.' })
@Costs(part)
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are items after this page: ask for them with `after: endCursor`.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether there are items before this page: ask for them with `last` and `before: startCursor`.',
  })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first item; null on an empty page.' })
  readonly startCursor?: string;

  @Field(() => String, { nullable: true, description: 'The cursor of the last item; null on an empty page.' })
  readonly endCursor?: string;
}
