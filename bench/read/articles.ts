/** The reviewed articles, and what reading each finds of what reviewers found. */
import type { Archive } from '../../src/archive.js';
import { archivedDocuments, type ArchivedDocument } from '../../src/import/documents.js';
import type { ClaimRecord, Dataset, EntityRecord } from '../../src/graph/stored/record-types.js';
import { namedEntity, Places } from '../../src/reading/graph-names.js';
import { mentionsIn } from '../../src/reading/mentions.js';
import { Lexicon } from '../../src/reading/mentions/lexicon.js';
import type { Mention } from '../../src/reading/mentions/mention.js';
import { piecesOf } from '../../src/graph/search/pieces.js';
import { stemKey } from '../../src/graph/search/tokens.js';
import type { Tally } from './score.js';

/** What is counted, as the output says it. */
export const definitions = {
  mentions:
    'found: a mention is right where a passage of a claim holds it that is about, by, of or to its entity; or, elsewhere in the article, where a reviewed entity of the article has its text as a name or a known reference to one. Expected: each entity of a reviewed claim in each sentence that has one of its names. New entities are right by their names, whatever their type.',
  links: 'as mentions, and the entity is the reviewed one; a new entity is right where the article alone has it.',
  entities: 'each entity that reviewed claims of the article name, once, where the article has one of its names.',
} as const;

export interface Article {
  readonly id: string;
  readonly text: string;
  readonly start: number;
  /** Of all data but what only this article has. */
  readonly lexicon: Lexicon;
  /** What reviewers found in it: passages in code points of `text`, by entity. */
  readonly reviewed: ReadonlyMap<string, readonly Passage[]>;
  readonly entities: ReadonlyMap<string, EntityRecord>;
  /** Known from no other article. */
  readonly own: ReadonlySet<string>;
}

interface Passage {
  readonly start: number;
  readonly end: number;
}

export async function reviewedArticles({ entities, claims }: Dataset, archive: Archive): Promise<Article[]> {
  const documents = archivedDocuments(entities);
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const articles = await Promise.all(
    documents.map(async (document) => {
      const text = await archive.text(document.sha256);
      return text === undefined ? undefined : articleOf(document, text, byId, claims);
    }),
  );
  return articles.filter((article) => article !== undefined);
}

function articleOf(
  { id, start, end }: ArchivedDocument,
  characters: readonly string[],
  entities: ReadonlyMap<string, EntityRecord>,
  claims: readonly ClaimRecord[],
): Article {
  const reviewed = new Map<string, Passage[]>();
  for (const claim of claims)
    for (const { document, locator } of claim.evidence)
      if (document === id && locator !== undefined)
        for (const entity of entitiesOf(claim))
          if (entities.get(entity)?.label !== 'Document')
            reviewed.set(entity, [...(reviewed.get(entity) ?? []), { start: locator.start - start, end: locator.end - start }]);
  const elsewhere = new Set(
    claims.filter(({ evidence }) => evidence.some(({ document }) => document !== id)).flatMap((claim) => entitiesOf(claim)),
  );
  const own = new Set([...reviewed.keys()].filter((entity) => !elsewhere.has(entity)));
  const kept = claims.filter(({ evidence }) => evidence.some(({ document }) => document !== id));
  const places = new Places();
  for (const { predicate, subject, object, until } of kept)
    if (predicate === 'PART_OF' && object !== undefined) places.add(subject, object, until !== undefined);
  const lexicon = new Lexicon(
    [...entities.values()].filter((entity) => !own.has(entity.id)).map((entity) => namedEntity(entity, places)),
  );
  return {
    id,
    text: characters.slice(start, Math.min(end, characters.length)).join(''),
    start,
    lexicon,
    reviewed,
    entities,
    own,
  };
}

const entitiesOf = ({ subject, object, attributedTo, about = [] }: ClaimRecord): string[] =>
  [subject, object, ...attributedTo, ...about].filter((id) => id !== undefined);

const holds = (passage: Passage, { start, end }: Passage): boolean => passage.start < end && start < passage.end;
const keyOf = (text: string): string => stemKey(piecesOf(text));

export function compared(article: Article): Record<keyof typeof definitions, Tally> {
  const found = mentionsIn(article.text, article.lexicon);
  const judged = found.map((mention) => ({ mention, meant: meantBy(mention, article) }));
  const wrong = judged.filter(({ meant }) => meant === undefined).map(({ mention }) => describe(mention));
  const badLinks = judged.filter(({ mention, meant }) => !isLinked(mention, meant, article));
  const missed = expected(article).filter((place) => !found.some((mention) => holds(mention, place)));
  const unlinked = expected(article).filter(
    (place) =>
      !judged.some(({ mention, meant }) => holds(mention, place) && meant === place.entity && isLinked(mention, meant, article)),
  );
  const named = new Set(expected(article).map(({ entity }) => entity));
  const linked = new Set(judged.filter(({ mention, meant }) => isLinked(mention, meant, article)).map(({ meant }) => meant));
  const all = expected(article).length;
  return {
    mentions: {
      found: found.length,
      right: found.length - wrong.length,
      expected: all,
      reached: all - missed.length,
      wrong,
      missed: missed.map(({ name }) => name),
    },
    links: {
      found: found.length,
      right: found.length - badLinks.length,
      expected: all,
      reached: all - unlinked.length,
      wrong: badLinks.map(({ mention }) => describe(mention)),
      missed: unlinked.map(({ name, entity }) => `${name} (${entity})`),
    },
    entities: {
      found: new Set(found.map(({ entity, newName }) => entity ?? newName)).size,
      right: new Set(judged.filter(({ mention, meant }) => isLinked(mention, meant, article)).map(({ meant }) => meant)).size,
      expected: named.size,
      reached: [...named].filter((entity) => linked.has(entity)).length,
      wrong: [],
      missed: [...named].filter((entity) => !linked.has(entity)),
    },
  };
}

const describe = ({ text, start, how, entity, newName, label }: Mention): string =>
  `"${text}" at ${start}, ${how}: ${entity ?? (newName === undefined ? 'ambiguous' : `new ${label}`)}`;

/** The reviewed entity that a mention is of. */
function meantBy(mention: Mention, article: Article): string | undefined {
  const { entity, newName: text = mention.text } = mention;
  const own = entity === undefined ? undefined : article.reviewed.get(entity);
  if (own !== undefined) return entity;
  if (entity !== undefined) return undefined;
  const here = [...article.reviewed.keys()];
  const names = (id: string) => (article.entities.get(id)?.names ?? []).map(({ value }) => keyOf(value));
  const key = keyOf(text);
  return here.find((id) => names(id).includes(key)) ?? here.find((id) => names(id).some((name) => isLike(name, key)));
}

/** Whether a name begins or ends with another. */
const isLike = (name: string, key: string): boolean =>
  Math.min(name.length, key.length) > 6 &&
  [name, key].some((long, index) => ((short) => long.startsWith(short) || long.endsWith(short))([key, name][index] as string));

function isLinked(mention: Mention, meant: string | undefined, { own }: Article): boolean {
  if (meant === undefined) return false;
  return mention.newName === undefined ? mention.entity === meant : own.has(meant);
}

interface Place extends Passage {
  readonly entity: string;
  readonly name: string;
}

/** The longest names of reviewed entities in the passages of their claims. */
function expected(article: Article): Place[] {
  const places = [...article.reviewed].flatMap(([entity, passages]) => placesOf(article, entity, passages));
  const longest = places.filter(
    (place) => !places.some((other) => holds(other, place) && other.end - other.start > place.end - place.start),
  );
  return [...new Map(longest.map((place) => [`${place.entity} ${place.start}`, place])).values()];
}

function placesOf({ text, entities }: Article, entity: string, passages: readonly Passage[]): Place[] {
  const names = entities.get(entity)?.names ?? [];
  return names.flatMap(({ value, kind }) => {
    const escaped = value
      .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll(/['’]/g, "['’]")
      .replaceAll(/[\s-]+/g, String.raw`[\s-]`);
    const isExact =
      kind === 'ABBREVIATION' ||
      (/^\p{Lu}[^\s]*$/u.test(value) && ['Region', 'Person', 'Organization'].includes(entities.get(entity)?.label ?? ''));
    const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, isExact ? 'gu' : 'giu');
    return [...text.matchAll(pattern)]
      .map(({ 0: name, index }) => ({ start: index, end: index + name.length, entity, name }))
      .filter((place) => passages.some((passage) => holds(passage, place)));
  });
}
