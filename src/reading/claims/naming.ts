/** What a text names: each entity with its mentions, and the names that the text gives of it. */
import { slugOf } from '../../import/mapping/slug.js';
import type { Lexicon } from '../mentions/lexicon.js';
import type { Mention } from '../mentions/mention.js';
import { bracketsAfter } from './brackets.js';
import type { ProposedEntity } from './proposal.js';
import type { TypedSentence } from './typed-sentence.js';

const han = /\p{Script=Han}/u;

/** An entity of a text. */
export interface Named {
  readonly id: string;
  /** In the order of the text. */
  readonly mentions: readonly Mention[];
}

/** The entities of a text by their ids. */
export class Naming {
  private readonly byId = new Map<string, Mention[]>();
  /** New names that mean what another name means: "IX" of "IX (Institute X)". */
  private readonly same = new Map<string, Mention>();

  constructor(
    sentences: readonly TypedSentence[],
    private readonly characters: readonly string[],
    private readonly lexicon: Lexicon,
  ) {
    const mentions = sentences.flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'Mention' ? [part.mention] : [])));
    for (const [index, mention] of mentions.entries()) this.join(mention, mentions[index + 1]);
    for (const mention of mentions) this.add(mention);
  }

  /** The id of what a mention names; undefined where several entities fit as well. A new entity's id says its type and name. */
  readonly idOf = ({ entity, newName, label }: Mention): string | undefined => {
    if (entity !== undefined || newName === undefined) return entity;
    const other = this.same.get(newName);
    return other === undefined ? this.freeId(`${label.toLowerCase()}:${slugOf(newName)}`) : this.idOf(other);
  };

  named(id: string): Named {
    return { id, mentions: this.byId.get(id) ?? [] };
  }

  isNew(id: string): boolean {
    return this.lexicon.entity(id) === undefined;
  }

  /** What an entity is called: its name in the graph, or in full in the text. */
  mainName({ entity, newName, text }: Mention): string {
    return (entity === undefined ? newName : this.lexicon.entity(entity)?.names[0]?.value) ?? text;
  }

  /** The names that a text gives a new entity: those it is mentioned by, and those in brackets behind one. */
  namesOf({ mentions }: Named, language: string): ProposedEntity['names'] {
    const main = mentions.map(({ newName }) => newName).filter((name) => name !== undefined);
    const short = mentions.flatMap(({ how, text }) => (how === 'INTRODUCED' ? [text] : []));
    const given = [...new Set([...main, ...short, ...mentions.slice(0, 1).flatMap((each) => this.bracketed(each))])];
    const preferred = new Set<string>();
    return given
      .toSorted((a, b) => b.length - a.length)
      .map((value) => {
        const lang = han.test(value) ? 'zh' : language === 'zh' ? 'en' : language;
        const kind = isShortForm(value) && given.length > 1 ? 'ABBREVIATION' : preferred.has(lang) ? 'ALIAS' : 'PREFERRED';
        if (kind === 'PREFERRED') preferred.add(lang);
        return { value, lang, kind };
      });
  }

  private bracketed({ end, newName = '' }: Mention): string[] {
    return bracketsAfter(this.characters, end).filter((name) => han.test(name) !== han.test(newName));
  }

  private add(mention: Mention): void {
    const id = this.idOf(mention);
    if (id === undefined) return;
    const known = this.byId.get(id);
    if (known === undefined) this.byId.set(id, [mention]);
    else known.push(mention);
  }

  /** "IX (Institute X)": the second is a name of the first. */
  private join(first: Mention, second: Mention | undefined): void {
    if (second?.newName === undefined || first.label !== second.label) return;
    const between = this.characters.slice(first.end, second.start).join('');
    if (second.start - first.end > 4 || !/^["”’]?\s?[(（]["“]?$/u.test(between)) return;
    if (!/^["”]?[)）]$/u.test(this.characters.slice(second.end, second.end + 1).join(''))) return;
    const isOtherScript = han.test(first.text) !== han.test(second.newName);
    if (isOtherScript || isInitialsOf(first.text, second.newName) || isInitialsOf(second.newName, first.text))
      if (second.newName !== first.newName && !this.same.has(first.newName ?? '')) this.same.set(second.newName, first);
  }

  /** The graph may have another entity under the id. */
  private freeId(id: string): string {
    let free = id;
    for (let count = 2; this.lexicon.entity(free) !== undefined; count++) free = `${id}-${count}`;
    return free;
  }
}

const isShortForm = (name: string): boolean => /^\p{Lu}[\p{L}\p{N}.&]*\p{Lu}[\p{L}\p{N}.]*$/u.test(name) && name.length <= 8;

/** Whether capitals are the first letters of the words of a name. */
function isInitialsOf(short: string, name: string): boolean {
  const initials = name.match(/(?<![\p{L}\p{N}])\p{L}/gu)?.join('') ?? '';
  const capitals = short.match(/\p{Lu}/gu)?.join('') ?? '';
  const named = [initials, initials.match(/\p{Lu}/gu)?.join('') ?? ''];
  return capitals.length > 1 && isShortForm(short) && named.some((each) => each.toUpperCase() === capitals);
}
