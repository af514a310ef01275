/** docs/model.md from the model: run by its test, `UPDATE_DOCS=1 npx vitest run tests/docs` writes it. */
import {
  entities,
  relations,
  textPredicates,
  type EntityModel,
  type PropertyModel,
  type RelationModel,
} from '../src/model/model.js';

export function modelMarkdown(): string {
  return [
    '# The model',
    'Made from `src/model/`; a test keeps the two the same. What the words mean is said in the descriptions that the playground shows.',
    '## Entities',
    ...Object.entries(entities).map(entitySection),
    '## Relations',
    table(['relation', 'from → to', 'fields', 'filters', 'attributes'], Object.entries(relations).map(relationRow)),
    '## Predicates that carry text',
    table(
      ['predicate', 'is'],
      Object.entries(textPredicates).map(([name, { description }]) => [`\`${name}\``, description]),
    ),
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
  return [`### ${label}`, description, ...(rows.length === 0 ? [] : [table(['property', 'type', 'is', 'rests on'], rows)])].join(
    '\n\n',
  );
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

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
