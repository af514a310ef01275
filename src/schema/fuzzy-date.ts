import { Field, ObjectType } from '../type-graphql/decorators.js';
import { DateScalar, EdtfScalar } from './scalars.js';
import { Costs, part } from './price.js';

@ObjectType({
  description: 'A date as precise as its source and no more: "2019", "2024-02", or one day of the last ten of April 2019.',
})
@Costs(part)
export class FuzzyDate {
  @Field(() => EdtfScalar, {
    description: 'The date as EDTF (ISO 8601-2), such as "2019", "2024-02-05" or "[2019-04-21..2019-04-30]".',
  })
  readonly edtf!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day that it may be; null when that is not known.' })
  readonly earliest?: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day that it may be; null when that is not known.' })
  readonly latest?: string;
}

/** Since and until when sources speak of a relation: fields of every type that shows one. */
export const stated = {
  firstStatedOn: 'The first day on which a source speaks of it as so: that of its document. Null where no document has a day.',
  lastStatedOn: 'The last day on which a source speaks of it as so.',
};

@ObjectType({ description: 'When something holds in the world.' })
@Costs(part)
export class Validity {
  @Field(() => FuzzyDate, { nullable: true, description: 'Since when; null when no source says.' })
  readonly from?: FuzzyDate;

  @Field(() => FuzzyDate, { nullable: true, description: 'Until when; null when no source gives an end.' })
  readonly until?: FuzzyDate;
}
