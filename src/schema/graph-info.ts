import { Field, Int, ObjectType } from '../type-graphql/decorators.js';
import { EntityType } from './enums.js';
import { Costs, part } from './price.js';

@ObjectType({ description: 'How many entities of one type there are.' })
@Costs(part)
export class TypeCount {
  @Field(() => EntityType, { description: 'The type.' })
  readonly type!: string;

  @Field(() => Int, { description: 'How many.' })
  readonly count!: number;
}

@ObjectType({ description: 'The graph as a whole: where it is kept, and how much it holds.' })
export class GraphInfo {
  @Field(() => String, { description: 'The engine that keeps it: "embedded" or "neo4j".' })
  readonly engine!: string;

  @Field(() => String, { description: "The engine's version." })
  readonly engineVersion!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The version of the built-in data that it holds; null when it holds none.',
  })
  readonly dataVersion?: string;

  @Field(() => [TypeCount], { description: 'How many entities there are of each type.' })
  readonly entities!: TypeCount[];

  @Field(() => Int, { description: 'How many claims were recorded, retracted ones included.' })
  readonly claims!: number;

  @Field(() => Int, { description: 'How many observations there are.' })
  readonly observations!: number;
}
