/** What records a claim or an observation: inputs made from the rows of their fields. */
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, type ClassType } from '../type-graphql/decorators.js';
import { longest } from '../changesets/text.js';
import {
  claimFields,
  evidenceFields,
  inputDescription,
  labels,
  labelsOfEnd,
  observationFields,
  type RecordField,
  type Fields,
} from '../model/model.js';
import { EntityField, type PossibleLabels } from './entity-ids.js';
import { pascalCase } from './enums.js';
import { limits } from '../limits.js';
import { NamedValueInput } from './named-value-input.js';
import { outputType } from './property.js';

@InputType({ description: 'What a claim rests on: a passage (start, end and sha256), or the record of a data set.' })
export class EvidenceInput {}

@InputType({ description: 'A claim to record. One that the graph has already changes nothing.' })
export class ClaimInput {
  declare readonly subject: string;
  declare readonly predicate: string;

  @Field(() => [NamedValueInput], { nullable: true, description: "The relation's attributes, such as batch or role." })
  @IsOptional()
  @ArrayMaxSize(limits.writes.items.value)
  @ValidateNested()
  readonly qualifiers?: NamedValueInput[];

  @Field(() => [ID], {
    nullable: true,
    description: 'The live claims whose place it takes; they are retracted. One that is retracted already is a CONFLICT.',
  })
  @IsOptional()
  @ArrayMaxSize(limits.writes.items.value)
  readonly supersedes?: string[];

  @Field(() => [EvidenceInput], { description: 'What it rests on; at least one.' })
  @ArrayMaxSize(limits.writes.items.value)
  @ValidateNested()
  readonly evidence!: EvidenceInput[];
}

@InputType({ description: 'A value of an indicator to record, with the claim that it is so.' })
export class ObservationInput {
  @EntityField(labels, 'Whose word it is.', { nullable: true, type: () => [ID] })
  @IsOptional()
  @ArrayMaxSize(limits.writes.items.value)
  readonly attributedTo?: string[];

  @Field(() => [EvidenceInput], { description: 'What it rests on; at least one.' })
  @ArrayMaxSize(limits.writes.items.value)
  @ValidateNested()
  readonly evidence!: EvidenceInput[];
}

addInputFields(EvidenceInput, 'Evidence', evidenceFields);
addInputFields(ClaimInput, 'Claim', claimFields);
addInputFields(ObservationInput, 'Observation', observationFields);

function addInputFields(type: ClassType, label: string, fields: Fields): void {
  for (const [name, field] of Object.entries(fields)) {
    if (field.setByGraph === true) continue;
    const returns = inputType(`${label}${pascalCase(name)}`, field) as ClassType;
    const nullable = field.required !== true;
    const listed = () => (field.many === true ? [returns] : returns);
    const description = inputDescription(field);
    if (field.edge === undefined) Field(listed, { nullable, description })(type.prototype, name);
    else EntityField(possibleLabels(field), description, { nullable, type: listed })(type.prototype, name);
    for (const check of validators(field)) check(type.prototype, name);
  }
}

function possibleLabels({ to = labels, end }: RecordField): PossibleLabels {
  return end === undefined ? to : ({ predicate }) => labelsOfEnd(end, String(predicate));
}

/** Dates are written as EDTF. */
function inputType(name: string, field: RecordField): object {
  if (field.edge !== undefined) return ID;
  return field.type === 'date' ? String : outputType(name, field);
}

function validators({ type, form, required, many, edge }: RecordField): PropertyDecorator[] {
  const optional = required === true ? [] : [IsOptional()];
  if (many === true) return [...optional, ArrayMaxSize(limits.writes.items.value)];
  if (type !== 'string' && type !== 'date') return optional;
  const length = edge !== undefined || type === 'date' ? longest.id : form === 'unit' ? longest.code : longest.text;
  return [...optional, MaxLength(length)];
}
