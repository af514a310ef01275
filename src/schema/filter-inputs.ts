/** The filters of lists, made from the model: what can be asked of each type is what the model says it has. */
import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator';
import { InputType, type ClassType } from '../type-graphql/decorators.js';
import { filterFields } from '../graph/lists/filter/fields.js';
import { relationFilters } from '../graph/lists/filter/relations.js';
import {
  entities,
  isRecord,
  labels,
  records,
  waysOfRecord,
  type Label,
  type Listed,
  type ListedModel,
  type RecordLabel,
} from '../model/model.js';
import { addEntity } from './entity-ids.js';
import { EntityType, pascalCase } from './enums.js';
import { addField, addTest, CodeFilter, CountFilter, IdFilter, propertyFilter, StringFilter } from './filter-tests.js';
import { limits } from '../limits.js';
import { relationFilter } from './relation-filters.js';

const { filterBranches, filterText } = limits.operation;
const [most, characters] = [filterBranches.value, filterText.value];

@InputType({ description: 'A test of the documents that something rests on.' })
class DocumentsFilter {}
addTest(DocumentsFilter, 'count', CountFilter, 'How many different documents there are.');

const textCondition =
  'Has this text, ignoring case, in a value, in the summary of a passage, or, where the archive has the document, in the quoted passage itself.';

const made = new Map<string, ClassType>();

/** The filter of a type: its own properties, its names and codes, what it is related to, and AND, OR and NOT of such filters. */
export function filterInput(listed: Listed | 'Entity'): ClassType {
  const existing = made.get(listed);
  if (existing !== undefined) return existing;
  class ListFilter {}
  made.set(listed, ListFilter);
  InputType(`${listed}Filter`, { description: 'What items of a list must be. All that is given must hold.' })(ListFilter);
  addField(ListFilter, 'and', () => [ListFilter], 'All of these must hold.', ArrayMaxSize(most), ValidateNested({ each: true }));
  addField(ListFilter, 'or', () => [ListFilter], 'One of these must hold.', ArrayMaxSize(most), ValidateNested({ each: true }));
  addField(ListFilter, 'not', () => ListFilter, 'This must not hold.', ValidateNested());
  if (isRecord(listed)) addRecordFields(ListFilter, listed);
  else addEntityFields(ListFilter, listed);
  return ListFilter;
}

function addRecordFields(type: ClassType, listed: RecordLabel): void {
  for (const [name, { description, condition, plural, to = labels }] of waysOfRecord(listed)) {
    addEntity(type, name, to, condition);
    if (plural !== undefined) addField(type, plural, () => DocumentsFilter, description, ValidateNested());
  }
  addField(type, 'text', () => String, textCondition, MaxLength(characters));
  addProperties(type, listed, records[listed]);
}

function addEntityFields(type: ClassType, listed: Exclude<Listed, keyof typeof records> | 'Entity'): void {
  addEntity(type, 'id', listed === 'Entity' ? labels : [listed], 'Its id.', () => IdFilter, ValidateNested());
  addField(type, 'name', () => StringFilter, 'One of its names, in any language.', ValidateNested());
  addField(type, 'code', () => CodeFilter, 'One of its codes.', ValidateNested());
  addField(type, 'identifier', () => CodeFilter, 'One of its identifiers.', ValidateNested());
  if (listed === 'Entity') addField(type, 'type', () => [EntityType], 'Its type is one of these.', ArrayMaxSize(20));
  if (listed === 'Region') addEntity(type, 'within', ['Region'], 'Is this region, or lies in it at any depth.');
  if (listed !== 'Entity') addProperties(type, listed, entities[listed]);
  for (const { name, labels: possible, description } of relationFilters(listed))
    addEntity(type, name, possible, `Is related to this entity: ${description}`);
  for (const [name, field] of filterFields(listed)) {
    const filter = relationFilter(field, filterInput);
    addField(type, name, () => filter, field.description, ValidateNested());
  }
}

function addProperties(type: ClassType, listed: Listed, { properties }: ListedModel): void {
  for (const [name, property] of Object.entries(properties)) {
    const filter = propertyFilter(`${listed}${pascalCase(name)}`, property);
    const { description, isId = false, to = labels } = property;
    if (isId) addEntity(type, name, to as readonly Label[], description, () => filter, ValidateNested());
    else addField(type, name, () => filter, description, ValidateNested());
  }
}
