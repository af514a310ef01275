/** docs/model.md, generated from the model. */
import {
  claimFields,
  entities,
  evidenceFields,
  givenFields,
  inputDescription,
  observationFields,
  relations,
  textPredicates,
  type EntityModel,
  type Fields,
  type PropertyModel,
  type RecordField,
  type RelationModel,
} from '../../src/model/model.js';
import { table } from './table.js';

export function modelPage(): string {
  return [
    '# The model',
    'The types of entities, their properties, the relations between them, and the predicates of claims. The playground shows the same descriptions next to each field.',
    '## Entities',
    ...Object.entries(entities).map(entitySection),
    '## Relations',
    table(['relation', 'from → to', 'fields', 'filters', 'attributes'], Object.entries(relations).map(relationRow)),
    '## Claims, observations and evidence',
    'The fields of import files, `POST /import` and mutations, in the order of JSON Lines. A claim also has `attributes` (those of its relation), `supersedes` and `evidence`; an observation `attributedTo` and `evidence`.',
    fieldSection('Claim', claimFields),
    fieldSection('Observation', observationFields),
    fieldSection('Evidence', evidenceFields),
    '## Predicates of text',
    table(
      ['predicate', 'meaning'],
      Object.entries(textPredicates).map(([name, { description }]) => [`\`${name}\``, description]),
    ),
    'Generated from `src/model/` by `UPDATE_DOCS=1 npx vitest run tests/docs`.',
    '',
  ].join('\n\n');
}

function entitySection([label, { description, properties }]: [string, EntityModel]): string {
  const rows = Object.entries(properties).map(([name, property]) => [
    `\`${name}\``,
    typeOf(property),
    property.description,
    property.claimed ? 'claims' : '',
  ]);
  return [
    `### ${label}`,
    description,
    ...(rows.length === 0 ? [] : [table(['property', 'type', 'meaning', 'derived from'], rows)]),
  ].join('\n\n');
}

function fieldSection(name: string, fields: Fields): string {
  const rows = givenFields(fields).map(([field, model]) => [
    `\`${field}\``,
    fieldType(model),
    inputDescription(model),
    model.required === true ? 'yes' : '',
    model.edge === undefined ? '' : `\`${model.edge}\``,
  ]);
  return `### ${name}\n\n${table(['field', 'type', 'meaning', 'required', 'relationship'], rows)}`;
}

function fieldType({ edge, to, many, orObservation, orNumber, ...property }: RecordField): string {
  if (edge === undefined) return orNumber === true ? 'string or number' : typeOf(property);
  const target = to === undefined ? `entity${orObservation === true ? ' or observation' : ''}` : to.join(' or ');
  return `${many === true ? 'ids' : 'id'} of ${target}`;
}

function typeOf({ type, values }: PropertyModel): string {
  return values === undefined ? type : Object.keys(values).join(', ');
}

function relationRow([type, { description, from, to, out, in: inward, where, attributes }]: [string, RelationModel]): string[] {
  const fields = (end: RelationModel['out']) =>
    Object.keys(end)
      .map((name) => `\`${name}\``)
      .join(', ');
  return [
    `\`${type}\` ${description}`,
    `${from.join(', ')} → ${to.join(', ')}`,
    `${fields(out)} / ${fields(inward)}`,
    `\`${where.out}\` / \`${where.in}\``,
    Object.entries(attributes)
      .map(([name, property]) => `\`${name}\` (${typeOf(property)})`)
      .join(', '),
  ];
}
