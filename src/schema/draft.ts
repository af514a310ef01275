import { Field, ID, ObjectType } from '../type-graphql/decorators.js';
import { Change } from './changeset-report.js';
import { Changeset } from './changeset.js';
import { PageInfo } from './page-info.js';
import { Costs, page, pageItem } from './price.js';

@ObjectType({
  description:
    "A changeset that was checked and is kept, but has not landed: nothing of it is in the graph. An editor's drafts are seen by that editor and by admins, and by nobody else.",
})
export class Draft {
  @Field(() => ID, {
    description: 'Its id, made of all that is in it: what was seen under an id is what `publishDraft` lands.',
  })
  readonly id!: string;

  @Field(() => ID, { description: 'The id of the changeset under which it lands.' })
  readonly changeset!: string;

  @Field(() => String, { description: 'Who wrote it.' })
  readonly author!: string;

  @Field(() => String, { description: 'Why.' })
  readonly reason!: string;

  @Field(() => String, { description: 'When it was written, as an ISO 8601 instant in UTC.' })
  readonly draftedAt!: string;

  @Field(() => [Change], {
    description:
      'All that it changes, in order: while it is pending, as of its creation (`publishDraft` with `dryRun` reports the current effect); once published, as it landed.',
  })
  readonly changes!: readonly Change[];

  @Field(() => Changeset, {
    nullable: true,
    description: 'The changeset, once it is published; null where the graph had all of it already.',
  })
  readonly published?: Changeset;
}

@ObjectType({ description: 'An item of a list, and its place there.' })
@Costs(pageItem)
export class DraftEdge {
  @Field(() => String, { description: 'The position of the item in the list: begin a page after it.' })
  readonly cursor!: string;

  @Field(() => Draft, { description: 'The item.' })
  readonly node!: Draft;
}

@ObjectType({ description: 'A page of a list.' })
@Costs(page)
export class DraftConnection {
  @Field(() => [DraftEdge], { description: 'The items of this page.' })
  readonly edges!: readonly DraftEdge[];

  @Field(() => PageInfo, { description: 'The position of this page in the list.' })
  readonly pageInfo!: PageInfo;
}
