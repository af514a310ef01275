/** What a part of a mapping may make, without a row: constants, the values of its lookup tables, and for columns a value of the right form. */
import type { Step } from '../../changesets/problem.js';
import { idPrefix, type Label, type PropertyModel } from '../../model/model.js';
import type { DetailedValue, Mapping } from './schema.js';
import { templateOf } from './template.js';

/** One value that a place may get, and where the mapping gives it. */
export interface Sample {
  readonly value: string | number;
  readonly from: readonly Step[];
}

/** What is expected at a place. */
export interface Expected {
  readonly model?: PropertyModel | undefined;
  /** The labels that its id may have. */
  readonly labels?: readonly Label[] | undefined;
}

/** Values of a lookup table that are tried. */
const most = 1_000;

/** The samples of a value mapping at a place; the first is used with those of other places. */
export function samplesOf(node: unknown, at: readonly Step[], expected: Expected, mapping: Mapping): Sample[] {
  if (typeof node === 'number') return [{ value: node, from: at }];
  if (typeof node === 'string') return [{ value: filled(node, expected), from: at }];
  const { from, lookup, match, default: other, as } = node as DetailedValue;
  const table = Object.entries(mapping.lookups?.[lookup ?? ''] ?? {});
  const looked = [
    ...new Map(table.map(([text, value]) => [value, { value, from: ['lookups', lookup ?? '', text] }])).values(),
  ].slice(0, most);
  if (match !== undefined) return [{ value: `${idPrefix(match)}x`, from: [...at, 'match'] }, ...looked];
  if (other !== undefined) return [{ value: filled(other, expected), from: [...at, 'default'] }, ...looked];
  if (looked.length > 0) return looked;
  if (as !== undefined && as !== 'text') return [{ value: as.startsWith('date') ? '2024' : 1, from: [...at, 'as'] }];
  return [{ value: filled(from, expected), from: [...at, 'from'] }];
}

/** Of a template for an id, the type is what it begins with; of others, columns are taken to hold what is expected. */
function filled(template: string, { model, labels }: Expected): string | number {
  const { columns } = templateOf(template);
  if (columns.length === 0) return template;
  const isId = labels !== undefined;
  const text = template.replaceAll(/\{[^{}]+\}/g, 'x');
  if (!isId) return valueOf(model);
  return template.startsWith('{') && !text.includes(':') ? `${labels[0]?.toLowerCase() ?? ''}:x` : text;
}

const forms = { language: 'en', unit: 'kg', key: 'x', text: 'x', hash: '0'.repeat(64) } as const;

function valueOf(model: PropertyModel | undefined): string | number {
  switch (model?.type) {
    case 'date':
      return '2024';
    case 'integer':
    case 'number':
      return 1;
    case 'enum':
      return Object.keys(model.values ?? {})[0] ?? 'x';
    case 'url':
      return 'https://example.org/';
    default:
      return forms[model?.form ?? 'text'];
  }
}
