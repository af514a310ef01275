/** What a reading proposes, with the decision on it. Claims and observations have the fields of their inputs, made from the same rows. */
import { Field, Float, ID, Int, ObjectType, type ClassType } from '../type-graphql/decorators.js';
import { proposalStates } from '../reading/kept/reading.js';
import {
  claimFields,
  evidenceSupports,
  inputDescription,
  observationFields,
  type Fields,
  type RecordField,
} from '../model/model.js';
import { Qualifier } from './claim.js';
import { Entity } from './entity.js';
import { EntityType, enumType, pascalCase } from './enums.js';
import { Name } from './name.js';
import { Node } from './node.js';
import { Costs, part } from './price.js';
import { outputType } from './property.js';

export const ProposalState = enumType('ProposalState', 'What became of a proposal.', proposalStates);

const ProposalKind = enumType('ProposalKind', 'What is proposed.', {
  ENTITY: 'An entity that the graph does not have.',
  CLAIM: 'A claim.',
  OBSERVATION: 'A value of an indicator.',
});

export const Supports = enumType('EvidenceSupport', 'What evidence is of.', evidenceSupports);

@ObjectType({ description: 'A passage of a text that says what is proposed.' })
@Costs(part)
export class ProposedPassage {
  @Field(() => Int, { description: 'Its first character, counted in Unicode code points of the text from 0.' })
  readonly start!: number;

  @Field(() => Int, { description: 'The character after its last one.' })
  readonly end!: number;

  @Field(() => String, { description: 'The SHA-256 of the passage in UTF-8, in hexadecimal.' })
  readonly sha256!: string;

  @Field(() => String, { description: 'What it says, in a sentence of our own: it becomes the summary of the evidence.' })
  readonly summary!: string;

  @Field(() => Supports, { description: 'What of the claim it says.' })
  readonly supports!: string;

  @Field(() => String, { description: 'The passage.' })
  readonly text!: string;
}

@ObjectType({ description: 'An entity that a proposal names: of the graph, or a new one of the same reading.' })
@Costs(part)
export class ProposedEnd {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Field(() => String, { description: 'Its name; the id where nothing has a name for it.' })
  readonly name!: string;

  @Field(() => Boolean, { description: 'Whether the graph does not have it yet.' })
  readonly isNew!: boolean;

  @Field(() => Node, { nullable: true, description: 'The entity or observation, where the graph has it.' })
  readonly node?: Node;
}

@ObjectType({ description: 'A new entity, as `EntityInput` has it.' })
@Costs(part)
export class ProposedEntity {
  @Field(() => ID, { description: 'The id that it would get.' })
  readonly id!: string;

  @Field(() => EntityType, { description: 'Its type.' })
  readonly type!: string;

  @Field(() => [Name], { description: 'Its names.' })
  readonly names!: readonly Name[];

  @Field(() => String, { nullable: true, description: 'What it is.' })
  readonly description?: string;

  @Field(() => [Qualifier], { description: 'Its properties.' })
  readonly properties!: readonly Qualifier[];
}

@ObjectType({ description: 'A claim, as `ClaimInput` has it, with the names of what it is about.' })
@Costs(part)
export class ProposedClaim {
  @Field(() => [Qualifier], { description: "The relation's attributes." })
  readonly qualifiers!: readonly Qualifier[];
}

@ObjectType({ description: 'A value of an indicator, as `ObservationInput` has it, with the names of what it is about.' })
@Costs(part)
export class ProposedObservation {
  @Field(() => [ProposedEnd], { description: 'Whose word it is.' })
  readonly attributedTo!: readonly ProposedEnd[];
}

addProposedFields(ProposedClaim, 'Claim', claimFields);
addProposedFields(ProposedObservation, 'Observation', observationFields);

function addProposedFields(type: ClassType, label: string, fields: Fields): void {
  for (const [name, field] of Object.entries(fields)) {
    if (field.setByGraph === true) continue;
    const returns = proposedType(`${label}${pascalCase(name)}`, field) as ClassType;
    const listed = () => (field.many === true ? [returns] : returns);
    const nullable = field.required !== true && field.many !== true;
    Field(listed, { nullable, description: inputDescription(field) })(type.prototype, name);
  }
}

function proposedType(name: string, field: RecordField): object {
  if (field.edge !== undefined) return ProposedEnd;
  return field.type === 'date' ? String : outputType(name, field);
}

@ObjectType({ description: 'An entity that may be meant.' })
@Costs(part)
export class ProposalCandidate {
  @Field(() => Entity, { nullable: true, description: 'The entity; null where the graph no longer has it.' })
  readonly entity?: Entity;

  @Field(() => Float, { description: 'The higher, the likelier.' })
  readonly score!: number;

  @Field(() => [String], { description: 'Why it may be meant.' })
  readonly reasons!: readonly string[];
}

@ObjectType({ description: 'An end of a proposal that an editor must choose, since several entities have the name.' })
@Costs(part)
export class ProposalChoice {
  @Field(() => String, { description: 'The field, such as "subject".' })
  readonly field!: string;

  @Field(() => [ProposalCandidate], { description: 'The entities that may be meant, the likeliest first.' })
  readonly candidates!: readonly ProposalCandidate[];
}

@ObjectType({
  description: 'Something that a text says, for an editor to accept, correct or reject. Nothing of it is in the graph.',
})
export class Proposal {
  @Field(() => ID, { description: 'Its id, made of what is proposed and of its passages.' })
  readonly id!: string;

  @Field(() => ProposalKind, { description: 'Which of `entity`, `claim` and `observation` it has.' })
  readonly kind!: string;

  @Field(() => String, { description: 'The rule that found it; "model" for a language model, "by-hand" for an editor.' })
  readonly rule!: string;

  @Field(() => Float, { description: 'How sure the rule is, from 0 to 1.' })
  readonly confidence!: number;

  @Field(() => String, { description: 'Why it is proposed.' })
  readonly why!: string;

  @Field(() => [ProposedPassage], { description: 'What it rests on; the first says the fact.' })
  readonly passages!: readonly ProposedPassage[];

  @Field(() => [ProposalChoice], { description: 'What must be chosen before it can be accepted; empty once it is corrected.' })
  readonly choices!: readonly ProposalChoice[];

  @Field(() => ProposedEntity, { nullable: true, description: 'The entity, as corrected.' })
  readonly entity?: ProposedEntity;

  @Field(() => ProposedClaim, { nullable: true, description: 'The claim, as corrected.' })
  readonly claim?: ProposedClaim;

  @Field(() => ProposedObservation, { nullable: true, description: 'The observation, as corrected.' })
  readonly observation?: ProposedObservation;

  @Field(() => ProposalState, { description: 'What was decided.' })
  readonly state!: string;

  @Field(() => Int, { description: 'How often it was decided; 0 is never. `expectedVersion` of a decision is held to it.' })
  readonly version!: number;

  @Field(() => String, { nullable: true, description: 'Who decided last.' })
  readonly decidedBy?: string;

  @Field(() => String, { nullable: true, description: 'When, as an ISO 8601 instant in UTC.' })
  readonly decidedAt?: string;

  @Field(() => Boolean, { description: 'Whether an editor changed what was proposed.' })
  readonly isCorrected!: boolean;
}
