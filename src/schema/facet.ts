import { ArrayMaxSize } from 'class-validator';
import { ArgsType, Field, Int, ObjectType, type ClassType } from '../type-graphql/decorators.js';
import { facets, maxCells, maxFacets } from '../graph/lists/facet.js';
import type { Listed } from '../model/model.js';
import { Entity } from './entity.js';
import { enumType } from './enums.js';
import { Costs, part } from './price.js';

const valueMeaning =
  'of an enum its name, of a date its year, of something related its id; null for items of which it is unknown.';
const most = maxCells.toLocaleString('en');

@ObjectType({ description: 'A value, and how many items of a list have it.' })
@Costs(part)
export class FacetValue {
  @Field(() => String, { nullable: true, description: `The value: ${valueMeaning}` })
  readonly value!: string | null;

  @Field(() => Entity, { nullable: true, description: 'The entity with this id, where the value is one.' })
  readonly entity?: Entity | null;

  @Field(() => Int, { description: 'How many items have it.' })
  readonly count!: number;
}

@ObjectType({ description: 'How many items of a list have each value of something.' })
@Costs(part)
export class Facet {
  @Field(() => String, { description: 'What is counted by, as it was requested.' })
  readonly by!: string;

  @Field(() => [FacetValue], {
    description: `The values, the most frequent first. An item that has several values, such as issuers, counts once for each.`,
  })
  readonly values!: FacetValue[];

  @Field(() => Boolean, { description: `Whether there are more values: the ${most} most frequent are given.` })
  readonly truncated!: boolean;
}

@ObjectType({ description: 'How many items of a list have a pair of values.' })
@Costs(part)
export class Cell {
  @Field(() => String, { nullable: true, description: `The value of the row: ${valueMeaning}` })
  readonly row!: string | null;

  @Field(() => Entity, { nullable: true, description: 'The entity of the row, where its value is an id.' })
  readonly rowEntity?: Entity | null;

  @Field(() => String, { nullable: true, description: `The value of the column: ${valueMeaning}` })
  readonly column!: string | null;

  @Field(() => Entity, { nullable: true, description: 'The entity of the column, where its value is an id.' })
  readonly columnEntity?: Entity | null;

  @Field(() => Int, { description: 'How many items have both values.' })
  readonly count!: number;
}

@ObjectType({ description: 'How many items of a list have each pair of values of two things.' })
@Costs(part)
export class CrossTable {
  @Field(() => [Cell], { description: 'The cells that are not empty, the largest first.' })
  readonly cells!: Cell[];

  @Field(() => Boolean, { description: `Whether there are more cells: the ${most} largest are given.` })
  readonly truncated!: boolean;
}

export interface FacetInput {
  readonly by: readonly string[];
}

export interface CrossTableInput {
  readonly rows: string;
  readonly columns: string;
}

interface Arguments {
  readonly facets: ClassType<FacetInput>;
  readonly crossTable: ClassType<CrossTableInput>;
}

const made = new Map<string, Arguments>();

/** The arguments of the facets and tables of a list of items of one kind. */
export function facetArguments(listed: Listed | 'Entity'): Arguments {
  const existing = made.get(listed) ?? makeArguments(listed);
  made.set(listed, existing);
  return existing;
}

function makeArguments(listed: Listed | 'Entity'): Arguments {
  class FacetArguments {
    readonly by!: readonly string[];
  }
  class CrossTableArguments {
    readonly rows!: string;
    readonly columns!: string;
  }
  const values = Object.fromEntries([...facets(listed)].map(([name, { description }]) => [name, description]));
  const kind = enumType(`${listed}Facet`, 'What a list can be counted by.', values);
  for (const type of [FacetArguments, CrossTableArguments]) ArgsType()(type);
  Field(() => [kind], { description: `What to count by: at most ${maxFacets}.` })(FacetArguments.prototype, 'by');
  ArrayMaxSize(maxFacets)(FacetArguments.prototype, 'by');
  Field(() => kind, { description: 'Whose values are the rows.' })(CrossTableArguments.prototype, 'rows');
  Field(() => kind, { description: 'Whose values are the columns.' })(CrossTableArguments.prototype, 'columns');
  return { facets: FacetArguments, crossTable: CrossTableArguments };
}
