/** Writes a proposed mapping, with what each column was taken for as comments. */
import { entities, idPrefix, observationKinds, type Label } from '../../model/model.js';
import { slugOf } from '../mapping/slug.js';
import { delimiterOf, type TableFormat } from '../source/table-format.js';
import type { Column } from './columns.js';
import type { Candidate } from './item-type.js';
import { labelOfRole, type Judged } from './roles.js';

export interface Proposal {
  /** Of the table, as it is shown. */
  readonly file: string;
  readonly rows: number;
  readonly label: Label;
  readonly types: readonly Candidate[];
  readonly key: Column;
  readonly columns: readonly Judged[];
  readonly format: TableFormat;
}

const q = (text: string): string => JSON.stringify(text);
const place = (column: Column, filter = ''): string => `{${column.name}${filter}}`;

export function mappingText(proposal: Proposal): string {
  const { file, key, format } = proposal;
  const slug = slugOf(baseName(file));
  const formatLines = (['delimiter', 'encoding', 'sheet'] as const).flatMap((name) =>
    format[name] === undefined ? [] : [`${name}: ${q(name === 'delimiter' ? delimiterOf(format[name]) : format[name])}`],
  );
  return `${[
    ...introduction(proposal),
    `document: document:${slug}`,
    `record: ${q(place(key))}   # the key of a row: ${reasonOfKey(key)}`,
    ...formatLines,
    ...dateLines(proposal),
    ...emptyLine(proposal),
    ...lookupLines(proposal),
    'once:',
    `  - { id: "document:${slug}", title: ${q(baseName(file))} }   # the table itself: give its title, publisher, url`,
    ...indicatorLines(proposal, slug),
    ...entityLines(proposal, slug),
    ...claimLines(proposal, slug),
    ...observationLines(proposal, slug),
    ...leftOutLines(proposal),
  ].join('\n')}\n`;
}

export const baseName = (file: string): string => file.replace(/^.*[/\\]/, '').replace(/\..*$/, '');
const itemId = ({ label, key }: Proposal, slug: string): string => `${idPrefix(label)}${slug}-${place(key, '|slug')}`;

const introduction = ({ file, rows, label, types, columns }: Proposal): string[] => [
  `# Proposed from ${file}: ${rows.toLocaleString('en')} rows, ${columns.length} columns. Read it, change what is wrong, then try it:`,
  `#   policygraph import ${file} --mapping THIS.yaml --match --dry-run`,
  `# Each row is taken for a ${label}: ${
    types
      .find((type) => type.label === label)
      ?.reasons.slice(0, 4)
      .join('; ') ?? 'as --type says'
  }.`,
  ...(types.length > 1
    ? [
        `# Less likely: ${types
          .filter((type) => type.label !== label)
          .slice(0, 3)
          .map(({ label: other, reasons: [reason = ''] }) => `${other} (${reason})`)
          .join(', ')}. Pass --type for another.`,
      ]
    : []),
  '# docs/add-your-data.md describes the mapping. Values that cannot be read are left out and reported (otherwise: skip).',
];

const reasonOfKey = ({ distinct, rows }: Column): string =>
  distinct.length === rows
    ? 'its text differs in each row'
    : `${distinct.length} texts in ${rows} rows: rows that repeat one are errors`;

const used = ({ columns }: Proposal): readonly Judged[] => columns.filter(({ role }) => role.is !== 'left out');
const isDate = ({ role, column }: Judged): boolean =>
  column.dates !== undefined && (role.is === 'period' || role.is === 'property');

function dateLines(proposal: Proposal): string[] {
  const dated = used(proposal).filter(isDate);
  const formats = [...new Set(dated.flatMap(({ column }) => column.dates?.formats ?? []))];
  const none = [...new Set(dated.flatMap(({ column }) => column.leftovers))];
  const unsure = dated
    .filter(({ column }) => column.dates?.isAmbiguous === true)
    .map(({ column }) => `# "${column.name}" may have its day first or its month first: the format decides, so look at a few`);
  if (formats.length === 0 && none.length === 0) return [];
  return [
    ...unsure,
    `dates: { ${[...(formats.length > 0 ? [`formats: [${formats.map(q).join(', ')}]`] : []), ...(none.length > 0 ? [`none: [${none.map(q).join(', ')}]`] : [])].join(', ')} }   # besides EDTF (2024-02-05)`,
  ];
}

function emptyLine(proposal: Proposal): string[] {
  const texts = [...new Set(used(proposal).flatMap(({ column }) => column.leftovers))];
  return texts.length === 0 ? [] : [`empty: [${texts.map(q).join(', ')}]   # placeholders found in the cells`];
}

function lookupLines(proposal: Proposal): string[] {
  const tables = used(proposal).flatMap(({ role, column }) => {
    if (role.is !== 'property' || role.lookup === undefined) return [];
    const unknown = column.distinct.filter((text) => role.lookup?.[text] === undefined);
    const values = Object.keys(entities[proposal.label].properties[role.property]?.values ?? {});
    return [
      `  ${role.property}:   # to one of ${values.join(', ')}`,
      ...Object.entries(role.lookup).map(([text, value]) => `    ${q(text)}: ${value}`),
      ...unknown.slice(0, 20).map((text) => `    # ${q(text)}: ?`),
    ];
  });
  return tables.length === 0 ? [] : ['lookups:', ...tables];
}

function entityLines(proposal: Proposal, slug: string): string[] {
  const { columns } = proposal;
  const names = columns.filter(({ role }) => role.is === 'name');
  const named = names.length > 0 ? names.map(({ column }) => column) : [proposal.key];
  const properties = columns.flatMap(({ role, column, why }) => (role.is === 'property' ? [{ role, column, why }] : []));
  return [
    'entities:',
    `  - id: ${q(itemId(proposal, slug))}`,
    '    names:',
    ...named.map((column) => `      - { value: ${q(place(column))}, lang: ${column.language} }   # ${note(columns, column)}`),
    ...(properties.length > 0 ? ['    properties:'] : []),
    ...properties.map(({ role, column, why }) => {
      const more =
        role.lookup !== undefined
          ? `, lookup: ${role.property}`
          : column.dates !== undefined
            ? ', as: date'
            : numberOf(proposal.label, role.property);
      return `      ${role.property}: { from: ${q(place(column))}${more}, otherwise: skip }   # ${why}${otherwise(columns, column)}`;
    }),
  ];
}

const numberOf = (label: Label, property: string): string => {
  const type = entities[label].properties[property]?.type;
  return type === 'integer' || type === 'number' ? `, as: ${type}` : '';
};

const note = (columns: readonly Judged[], column: Column): string => {
  const judged = columns.find((each) => each.column === column);
  return judged?.role.is === 'name' ? `${judged.why}; its language by its letters` : 'no column is called a name';
};

const otherwise = (columns: readonly Judged[], column: Column): string => {
  const { others = [] } = columns.find((each) => each.column === column) ?? {};
  return others.length === 0 ? '' : `; or ${others.join(', ')}`;
};

function claimLines(proposal: Proposal, slug: string): string[] {
  const self = q(itemId(proposal, slug));
  const claims = proposal.columns.flatMap(({ role, column, why }) => {
    if (role.is === 'text')
      return [
        `  # ${q(column.name)}: ${why}`,
        `  - { subject: ${self}, predicate: ${role.predicate}, value: ${q(place(column))} }`,
      ];
    if (role.is !== 'relation') return [];
    const split = column.split === undefined ? '' : `, split: ${q(column.split)}`;
    const other = `{ from: ${q(place(column))}${split}, match: ${role.label}, otherwise: skip }`;
    const [subject, object] = role.way === 'in' ? [other, self] : [self, other];
    return [
      `  # ${q(column.name)}: ${labelOfRole(role)}, since ${why}${otherwise(proposal.columns, column)}`,
      `  - { subject: ${subject}, predicate: ${role.type}, object: ${object} }`,
    ];
  });
  return claims.length === 0 ? [] : ['claims:', ...claims];
}

/** Figures need a unit and a period. */
function figuresOf(proposal: Proposal) {
  const unit = proposal.columns.find(({ role }) => role.is === 'unit')?.column;
  const dated = proposal.columns.filter(isDate);
  const period = (dated.find(({ role }) => role.is === 'period') ?? dated[0])?.column;
  return proposal.columns.flatMap(({ role, column, why }) => {
    const inUnit = column.unit ?? (unit === undefined ? undefined : place(unit));
    return role.is === 'value' && inUnit !== undefined && period !== undefined ? [{ column, why, unit: inUnit, period }] : [];
  });
}

const indicatorId = (column: Column, slug: string): string => `indicator:${slug}-${slugOf(column.name)}`;

const indicatorLines = (proposal: Proposal, slug: string): string[] =>
  figuresOf(proposal).map(
    ({ column }) =>
      `  - { id: ${q(indicatorId(column, slug))}, names: [ { value: ${q(column.name)}, lang: ${/\p{Script=Han}/u.test(column.name) ? 'zh' : 'en'} } ] }   # or an indicator of the graph`,
  );

function observationLines(proposal: Proposal, slug: string): string[] {
  const lines = figuresOf(proposal).flatMap(({ column, why, unit, period }) => [
    `  # ${q(column.name)}: ${why}; "${period.name}" is taken for its period`,
    `  - { indicator: ${q(indicatorId(column, slug))}, about: [${q(itemId(proposal, slug))}], period: { from: ${q(place(period))}, as: date, otherwise: skip }, value: { from: ${q(place(column))}, as: number, otherwise: skip }, unit: ${q(unit)}, kind: ${/target|目标|目標|计划|計劃/i.test(column.name) ? 'TARGET' : 'ACTUAL'} }   # or ${Object.keys(observationKinds).join(', ')}`,
  ]);
  return lines.length === 0 ? [] : ['observations:', ...lines];
}

function leftOutLines(proposal: Proposal): string[] {
  const figures = new Set(figuresOf(proposal).map(({ column }) => column));
  const out = proposal.columns.flatMap(({ role, column, why, others }) => {
    if (column === proposal.key && role.is === 'left out') return [];
    if (role.is === 'left out')
      return [`#   ${q(column.name)}: ${why}${others.length > 0 ? `; it could be ${others.join(', ')}` : ''}`];
    return role.is === 'value' && !figures.has(column)
      ? [`#   ${q(column.name)}: numbers, but no unit (as in "…（亿元）") or no column of dates`]
      : [];
  });
  return out.length === 0 ? [] : ['# Columns left out:', ...out];
}
