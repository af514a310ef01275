import { ArrayMaxSize } from 'class-validator';
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { facets, maxFacets } from '../graph/lists/facet.js';
import type { Listed } from '../model/model.js';
import { enumType } from './enums.js';
import { Costs, part } from './price.js';

@ObjectType({ description: 'A value, and how many items of a list have it.' })
@Costs(part)
export class FacetValue {
  @Field(() => String, {
    nullable: true,
    description:
      'The value: of an enum its name, of a date its year, of something related its id; null for items of which it is not known.',
  })
  readonly value?: string;

  @Field(() => Int, { description: 'How many items have it.' })
  readonly count!: number;
}

@ObjectType({ description: 'How many items of a list have each value of something.' })
@Costs(part)
export class Facet {
  @Field(() => String, { description: 'What is counted by, as it was asked for.' })
  readonly by!: string;

  @Field(() => [FacetValue], { description: 'The values, the most frequent first.' })
  readonly values!: FacetValue[];
}

export interface FacetInput {
  readonly by: readonly string[];
}

const made = new Map<string, ClassType<FacetInput>>();

/** The arguments of the facets of a list of items of one kind. */
export function facetArguments(listed: Listed | 'Entity'): ClassType<FacetInput> {
  const existing = made.get(listed);
  if (existing !== undefined) return existing;
  class FacetArguments {
    readonly by!: readonly string[];
  }
  const values = Object.fromEntries([...facets(listed)].map(([name, { description }]) => [name, description]));
  const kind = enumType(`${listed}Facet`, 'What a list can be counted by.', values);
  ArgsType()(FacetArguments);
  Field(() => [kind], { description: `What to count by: at most ${maxFacets}.` })(FacetArguments.prototype, 'by');
  ArrayMaxSize(maxFacets)(FacetArguments.prototype, 'by');
  made.set(listed, FacetArguments);
  return FacetArguments;
}
