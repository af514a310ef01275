/** What each column of a table of one type is taken for, and why. */
import { entities, relations, usualRelationTypes, type Label, type RelationType } from '../../model/model.js';
import type { Column } from './columns.js';
import type { Found } from './references.js';
import { choiceOf, meaningsOf, type Meaning } from './vocabulary.js';

export type Role =
  | { readonly is: 'name' }
  | { readonly is: 'property'; readonly property: string; readonly lookup?: Readonly<Record<string, string>> }
  | { readonly is: 'relation'; readonly type: RelationType; readonly way: 'out' | 'in'; readonly label: Label }
  | { readonly is: 'text'; readonly predicate: string }
  | { readonly is: 'value' | 'unit' | 'period' }
  | { readonly is: 'left out' };

export interface Judged {
  readonly column: Column;
  readonly role: Role;
  readonly why: string;
  readonly others: readonly string[];
}

type Scored = { readonly role: Role; readonly score: number; readonly why: string };

export function rolesOf(columns: readonly Column[], label: Label, found: ReadonlyMap<Column, readonly Found[]>): Judged[] {
  const taken = new Set<string>();
  const judged = new Map<Column, Judged>();
  const all = columns.flatMap((column) =>
    candidatesOf(column, label, found.get(column) ?? []).map((scored) => ({ column, ...scored })),
  );
  for (const { column, role, why } of all.sort((a, b) => b.score - a.score)) {
    const key = role.is === 'property' ? role.property : role.is === 'name' ? `name ${column.language}` : '';
    if (judged.has(column) || (key !== '' && taken.has(key))) continue;
    if (key !== '') taken.add(key);
    const others = all
      .filter((each) => each.column === column && labelOfRole(each.role) !== labelOfRole(role))
      .map((each) => labelOfRole(each.role));
    judged.set(column, { column, role, why, others: [...new Set(others)].slice(0, 3) });
  }
  return columns.map((column) => judged.get(column) ?? leftOut(column, label));
}

const leftOut = (column: Column, label: Label): Judged => ({
  column,
  role: { is: 'left out' },
  why: column.texts.length === 0 ? 'its cells are empty' : whyNot(column, label),
  others: column.texts.length === 0 ? [] : ['text NOTE'],
});

function whyNot({ name }: Column, label: Label): string {
  const properties = meaningsOf(name).flatMap(({ meaning }) => (meaning.startsWith('property:') ? [meaning.slice(9)] : []));
  const foreign = properties.find((property) => entities[label].properties[property] === undefined);
  return foreign === undefined
    ? 'neither its head nor its cells are of the model'
    : `its head means ${foreign}, which a ${label} does not have`;
}

export const labelOfRole = (role: Role): string => {
  if (role.is === 'property') return `property ${role.property}`;
  if (role.is === 'relation') return `relation ${role.type} ${role.way === 'in' ? 'from' : 'to'} ${role.label}`;
  return role.is === 'text' ? `text ${role.predicate}` : role.is;
};

function candidatesOf(column: Column, label: Label, found: readonly Found[]): Scored[] {
  const { name, texts } = column;
  if (texts.length === 0) return [];
  const heads = meaningsOf(name).flatMap(({ meaning, isWhole }) => ofMeaning(meaning, isWhole ? 3 : 1.5, column, label));
  const cells = found.flatMap(({ label: other, share }) =>
    linksOf(label, other).map(({ type, way }, index): Scored => ({
      role: { is: 'relation', type, way, label: other },
      score: 2 * share - index / 10 + (heads.some(({ role }) => role.is === 'relation' && role.type === type) ? 3 : 0),
      why: `${Math.round(100 * share)} % of its first names are of one ${other} each in the graph`,
    })),
  );
  const figures: Scored[] =
    column.isNumber && column.unit !== undefined
      ? [{ role: { is: 'value' }, score: 2, why: `its cells are numbers, and its head has the unit ${column.unit}` }]
      : [];
  return [...heads, ...cells, ...figures];
}

function ofMeaning(meaning: Meaning, score: number, column: Column, label: Label): Scored[] {
  const [kind, key = '', way] = meaning.split(':');
  const why = `its head "${column.name}" means that`;
  if (kind === 'row' && key === 'name') return [{ role: { is: 'name' }, score: column.dates === undefined ? score : 0.1, why }];
  if (kind === 'type' && key === label && column.dates === undefined) return [{ role: { is: 'name' }, score: score / 2, why }];
  if (kind === 'row' && (key === 'value' || key === 'unit' || key === 'period')) {
    const isRight = key === 'value' ? column.isNumber : key === 'unit' || column.dates !== undefined;
    return isRight ? [{ role: { is: key }, score: score - 0.5, why }] : [];
  }
  if (kind === 'property') return ofProperty(key, score, column, label, why);
  if (kind === 'relation') {
    const model = relations[key as RelationType];
    const [own, others] = way === 'in' ? [model.to, model.from] : [model.from, model.to];
    const [other] = others;
    if (!own.includes(label) || other === undefined || column.dates !== undefined || column.isNumber) return [];
    return [{ role: { is: 'relation', type: key as RelationType, way: way === 'in' ? 'in' : 'out', label: other }, score, why }];
  }
  return kind === 'text' && column.dates === undefined ? [{ role: { is: 'text', predicate: key }, score: score - 1, why }] : [];
}

function ofProperty(property: string, score: number, column: Column, label: Label, why: string): Scored[] {
  const model = entities[label].properties[property];
  if (model === undefined) return [];
  if (model.type === 'date') {
    if (column.dates === undefined) return [];
    return [
      {
        role: { is: 'property', property },
        score: score + 1,
        why: `${why}, and ${Math.round(100 * column.dates.share)} % of its cells are dates`,
      },
    ];
  }
  if (model.type === 'enum') {
    const lookup = lookupOf(column, label, property, Object.keys(model.values ?? {}));
    const texts = Object.keys(lookup);
    return texts.length === 0
      ? []
      : [
          {
            role: { is: 'property', property, lookup },
            score: score + 1,
            why: `${why}; ${texts.length} of its ${column.distinct.length} texts are known values`,
          },
        ];
  }
  if (model.type === 'url' && !column.isUrl) return [];
  if ((model.type === 'integer' || model.type === 'number') && !column.isNumber) return [];
  return [{ role: { is: 'property', property }, score, why }];
}

function lookupOf(column: Column, label: Label, property: string, choices: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    column.distinct.slice(0, 100).flatMap((text) => {
      const value = choiceOf(text, label, property, choices);
      return value === undefined ? [] : [[text, value] as const];
    }),
  );
}

/** Relations between rows of a type and another, the most special first. */
function linksOf(label: Label, other: Label): { readonly type: RelationType; readonly way: 'out' | 'in' }[] {
  return usualRelationTypes
    .flatMap((type) => {
      const { from, to }: { readonly from: readonly Label[]; readonly to: readonly Label[] } = relations[type];
      const width = from.length * to.length;
      return [
        ...(from.includes(label) && to.includes(other) ? [{ type, way: 'out' as const, width }] : []),
        ...(to.includes(label) && from.includes(other) ? [{ type, way: 'in' as const, width }] : []),
      ];
    })
    .sort((a, b) => a.width - b.width);
}
