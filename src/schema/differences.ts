import { ArrayMaxSize, IsOptional } from 'class-validator';
import { ArgsType, Field, Int, ObjectType } from '../type-graphql/decorators.js';
import { changes } from '../graph/differences/differences.js';
import { limits } from '../limits.js';
import { allOfWords, labels, quietRelationTypes, type RelationType as RelationTypeName } from '../model/model.js';
import { EntityField } from './entity-ids.js';
import { RelationType, enumType } from './enums.js';
import { ForwardPageArguments } from './page-arguments.js';
import { PageInfo } from './page-info.js';
import { Costs, page, pageItem, withWork } from './price.js';
import { DateScalar } from './scalars.js';
import { Relation } from './walk.js';

const RelationChange = enumType('RelationChange', 'How a relation differs between two days.', changes);

@ArgsType()
export class DifferencesArguments extends ForwardPageArguments {
  @EntityField(labels, 'The entity at either end of the relations, such as "program:cn-used-car-export-pilot".')
  readonly about!: string;

  @Field(() => DateScalar, { description: 'The earlier day.' })
  readonly from!: string;

  @Field(() => DateScalar, { description: 'The later day.' })
  readonly to!: string;

  @Field(() => [RelationType], {
    nullable: true,
    description: `Only relations of these types; by default all but ${allOfWords(quietRelationTypes)}.`,
  })
  @IsOptional()
  @ArrayMaxSize(50)
  readonly types?: RelationTypeName[];
}

@ObjectType({ description: 'A relation that does not hold alike on two days.' })
export class Difference {
  @Field(() => RelationChange, { description: 'Whether it began, ended or changed.' })
  readonly change!: keyof typeof changes;

  @Field(() => Relation, { description: 'The relation as of the later day; one that ended, as of the earlier day.' })
  readonly relation!: Relation;

  @Field(() => Relation, { nullable: true, description: 'Where it changed: the relation as of the earlier day.' })
  readonly before?: Relation;
}

@ObjectType({ description: 'An item of a list, and its place there.' })
@Costs(pageItem)
export class DifferenceEdge {
  @Field(() => String, { description: 'The position of the item in the list: begin a page after it.' })
  readonly cursor!: string;

  @Field(() => Difference, { description: 'The item.' })
  readonly node!: Difference;
}

@ObjectType({ description: 'A page of differences, by the first day on which each may have happened.' })
@Costs(withWork(page, 5)) // its loader counts what is compared
export class DifferenceConnection {
  @Field(() => [DifferenceEdge], { description: 'The items of this page.' })
  readonly edges!: DifferenceEdge[];

  @Field(() => PageInfo, { description: 'The position of this page in the list.' })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many items the whole list has, whatever the page.' })
  readonly totalCount!: number;

  @Field(() => Boolean, {
    description: `More than ${limits.lists.differences.value.toLocaleString('en')} relations differ, and only so many are compared: ask for fewer \`types\`, or for a shorter time.`,
  })
  readonly truncated!: boolean;
}
