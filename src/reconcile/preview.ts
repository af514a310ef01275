/** What a client shows of an entity in a small frame: a page without scripts, and a fragment of it as a flyout. */
import type { Loaders } from '../graph/loaders/loaders.js';
import type { Entity } from '../graph/stored/rows.js';
import { writtenCode } from '../graph/search/codes.js';
import { matchProperties } from '../graph/matching/properties.js';
import { labels } from '../model/model.js';
import { descriptionOf, nameIn, typeName } from './answers.js';
import { describedType } from './suggest.js';

const style = `:root{color-scheme:light dark;font:15px/1.4 system-ui,sans-serif}body{margin:.6rem}h1{font-size:1.1rem;margin:0 0 .2rem}p{margin:.2rem 0}
dl{display:grid;grid-template-columns:auto 1fr;gap:.1rem .6rem;margin:.4rem 0}dt{opacity:.75}dd{margin:0}`;

/** Names that a small frame has room for. */
const shownNames = 8;

export async function previewOf(
  entity: Entity,
  address: string,
  languages: readonly string[],
  loaders: Loaders,
): Promise<string> {
  const [name, fragment] = [nameIn(languages, entity), await fragmentOf(entity, languages, loaders)];
  const link = `<a href="${escaped(address)}" target="_blank" rel="noopener noreferrer">${escaped(entity.id)}</a>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(name)}</title><style>${style}</style></head><body><h1>${escaped(name)}</h1>${fragment}<p>${link}</p></body></html>\n`;
}

/** What it is, what else it is called, its codes, and what it belongs to. */
export async function fragmentOf(entity: Entity, languages: readonly string[], loaders: Loaders): Promise<string> {
  const ancestors = await loaders.entities.ancestors(entity.id);
  const others = entity.names.filter(({ value }) => value !== nameIn(languages, entity)).slice(0, shownNames);
  const rows: readonly (readonly [string, string])[] = [
    ['Type', escaped(typeName(entity.label).name)],
    ['Names', others.map(({ value, lang }) => `<span lang="${escaped(lang)}">${escaped(value)}</span>`).join(', ')],
    ['Codes', [...entity.codes, ...entity.identifiers].map(writtenCode).map(escaped).join(', ')],
    ['Part of', ancestors.map((each) => escaped(nameIn(languages, each))).join(', ')],
  ];
  const list = rows.filter(([, value]) => value !== '').map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`);
  return `<p>${escaped(await descriptionOf(entity, false, loaders))}</p><dl>${list.join('')}</dl>`;
}

/** A type or property in a flyout; undefined for an unknown one. */
export function flyoutOf(kind: 'type' | 'property', id: string): string | undefined {
  const described = kind === 'type' ? labels.filter((each) => each === id).map(describedType)[0] : matchProperties.get(id);
  return described && describedFragment(described.name, described.description);
}

const describedFragment = (name: string, description: string): string =>
  `<p><b>${escaped(name)}</b></p><p>${escaped(description)}</p>`;

const entitiesOfHtml: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entitiesOfHtml[character] ?? '');
