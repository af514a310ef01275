/** As of which day the names of a row are meant, where a mapping does not say: a city may have been another one then. */
import { entities, type EntityModel } from '../../model/model.js';
import type { Mapping } from './schema.js';

const models: readonly EntityModel[] = Object.values(entities);
const isDate = (property: string): boolean => models.some(({ properties }) => properties[property]?.type === 'date');

/** The template of the date of a claim or an observation; else that of the first date that an entity of the row has. */
export function dateTemplate(by: object, mapping: Mapping): string | undefined {
  const { from, period } = by as { readonly from?: unknown; readonly period?: unknown };
  return templateOf(from) ?? templateOf(period) ?? rowTemplate(mapping);
}

const rowTemplates = new WeakMap<Mapping, string | undefined>();

/** That of all rows: it is looked for once. */
function rowTemplate(mapping: Mapping): string | undefined {
  if (!rowTemplates.has(mapping)) rowTemplates.set(mapping, firstDate(mapping));
  return rowTemplates.get(mapping);
}

function firstDate({ entities: mapped = [] }: Mapping): string | undefined {
  const properties = mapped.flatMap((entity) => [...Object.entries(entity.properties ?? {}), ...Object.entries(entity)]);
  return properties
    .filter(([name]) => isDate(name))
    .map(([, value]) => templateOf(value))
    .find((template) => template !== undefined);
}

function templateOf(value: unknown): string | undefined {
  const template = typeof value === 'object' && value !== null ? (value as { readonly from?: unknown }).from : value;
  return typeof template === 'string' ? template : undefined;
}
