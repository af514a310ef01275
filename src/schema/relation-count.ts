import { Field, Int, ObjectType } from '../type-graphql/decorators.js';
import { Direction, RelationType } from './enums.js';
import { Costs, part } from './price.js';

@ObjectType({ description: 'How many relations of one type lead from an entity, or to it.' })
@Costs(part)
export class RelationCount {
  @Field(() => RelationType, { description: 'Which relation it is.' })
  readonly type!: string;

  @Field(() => Direction, { description: 'OUT where they lead from the entity, IN where they lead to it.' })
  readonly direction!: string;

  @Field(() => Int, { description: 'How many.' })
  readonly count!: number;
}
