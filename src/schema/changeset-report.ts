import { Field, ID, ObjectType } from '../type-graphql/decorators.js';
import { Changeset } from './changeset.js';
import { enumType } from './enums.js';
import { Node } from './node.js';

const Outcome = enumType('ChangesetOutcome', 'What became of a change.', {
  LANDED: 'It was written now.',
  REPEATED: 'It was written before under the same id; this is the original report.',
  UNCHANGED: 'The graph says all of it already; nothing was recorded.',
  DRY_RUN: 'It was checked, and not written.',
  DRAFTED: 'It was checked, and is kept as a draft; nothing of it is in the graph.',
});

export const ChangeKind = enumType('ChangeKind', 'What kind of change it is.', {
  ENTITY_CREATED: 'An entity is new.',
  ENTITY_UPDATED: 'An entity, or what is claimed of it, changed: it has the next version.',
  ENTITY_MERGED: 'An entity was found to be the same as another (`to`), which its id leads to from now on.',
  ENTITY_RESTORED: 'An entity that was merged into another (`from`) stands for itself again, under its id: the merge was undone.',
  REDIRECT_RECORDED:
    'An id leads to an entity (`to`): an import brought it from a graph in which the entity that had it was merged into that one.',
  CLAIM_ASSERTED: 'A claim was recorded.',
  CLAIM_RETRACTED: 'A claim was retracted, or another took its place.',
  OBSERVATION_RECORDED: 'An observation was recorded.',
  OBSERVATION_RETRACTED: 'An observation ended with the last claim of its value.',
  RELATION_ADDED: 'A relation follows from the live claims that did not before, or with other claims.',
  RELATION_REMOVED: 'A relation no longer follows from the live claims, or not from the same ones.',
});

@ObjectType({ description: 'A field of an entity that changed.' })
export class FieldChange {
  @Field(() => String, { description: 'The field, such as "names" or "announcedOn".' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'What it was, as JSON; null where there was nothing.' })
  readonly before?: string;

  @Field(() => String, { nullable: true, description: 'What it is, as JSON; null where there is nothing.' })
  readonly after?: string;
}

@ObjectType({ description: 'One thing that a changeset changed.' })
export class Change {
  @Field(() => ChangeKind, { description: 'What kind of change it is.' })
  readonly kind!: string;

  @Field(() => ID, { description: 'The id of what changed. Relations have ids too, and are not nodes.' })
  readonly id!: string;

  @Field(() => String, {
    description:
      'The type of the entity, the type of the relation, the predicate of the claim, or the indicator of the observation.',
  })
  readonly type!: string;

  @Field(() => Node, {
    nullable: true,
    description: 'What changed, as it is seen now; null for a relation, and in a dry run for what is new.',
  })
  readonly node?: Node;

  @Field(() => ID, { nullable: true, description: 'The subject of the claim, or the source of the relation.' })
  readonly from?: string;

  @Field(() => ID, { nullable: true, description: 'The object of the claim, or the target of the relation.' })
  readonly to?: string;

  @Field(() => ID, { nullable: true, description: 'The claim that took the place of a retracted one.' })
  readonly by?: string;

  @Field(() => [FieldChange], { nullable: true, description: 'What changed of an entity.' })
  readonly fields?: readonly FieldChange[];

  @Field(() => Changeset, { nullable: true, description: 'The changeset that it is part of; null where nothing was written.' })
  readonly changeset?: Changeset;

  @Field(() => String, {
    nullable: true,
    description: 'Its position in the log: `changes(since:)` continues after it. Null in the report of a change that is made.',
  })
  readonly cursor?: string;
}

@ObjectType({ description: 'What a change did to the graph, or would do.' })
export class ChangesetReport {
  @Field(() => Outcome, { description: 'What became of it.' })
  readonly outcome!: string;

  @Field(() => Changeset, { nullable: true, description: 'The changeset; null when nothing was written.' })
  readonly changeset?: Changeset;

  @Field(() => [Change], { description: 'All that it changes, in order.' })
  readonly changes!: readonly Change[];
}
