/** The entities that a text names, and which of them an answer means. */
import { plainName } from '../../import/mapping/slug.js';
import type { Label } from '../../model/model.js';
import { overlap, type Span } from '../../sentences.js';
import type { Lexicon } from '../mentions/lexicon.js';
import type { Mention } from '../mentions/mention.js';

/** An entity that answers may name: of the graph, or a new one. */
export interface NameableEntity {
  readonly id: string;
  readonly label: Label;
  readonly names: readonly string[];
  /** Where the text names it. */
  readonly places: readonly Span[];
}

/** Names of an entity that a model is given. */
const mostNames = 4;

export class NamesInText {
  private readonly entities = new Map<string, NameableEntity & { readonly places: Span[] }>();
  private readonly ids = new Map<string, Set<string>>();

  constructor(
    mentions: readonly Mention[],
    idOf: (mention: Mention) => string | undefined,
    private readonly lexicon: Lexicon,
  ) {
    for (const mention of mentions) {
      const names = [mention.newName ?? mention.text, mention.text];
      for (const id of idsOf(mention, idOf)) this.add(id, mention.label, names, mention);
    }
  }

  /** An entity that is named from now on, also by this name: one that an answer proposes, or an indicator. */
  add(id: string, label: Label, names: readonly string[], place?: Span): void {
    const known = this.entities.get(id) ?? this.entityOf(id, label, names);
    this.entities.set(id, known);
    if (place !== undefined) known.places.push({ start: place.start, end: place.end });
    for (const name of [...names, ...(this.lexicon.entity(id)?.names ?? []).map(({ value }) => value)]) {
      const key = plainName(name);
      const ids = this.ids.get(key) ?? new Set();
      this.ids.set(key, ids.add(id));
    }
  }

  /** The id that is meant by an id or an exact name; or why none is. */
  resolve(reference: string): { readonly id: string } | 'UNKNOWN_ENTITY' | 'AMBIGUOUS_NAME' {
    if (this.entities.has(reference)) return { id: reference };
    const [id, ...others] = this.ids.get(plainName(reference)) ?? [];
    if (id === undefined) return 'UNKNOWN_ENTITY';
    return others.length === 0 ? { id } : 'AMBIGUOUS_NAME';
  }

  get(id: string): NameableEntity | undefined {
    return this.entities.get(id);
  }

  isNamedIn(id: string, spans: readonly Span[]): boolean {
    return this.get(id)?.places.some((place) => spans.some((span) => overlap(place, span))) ?? false;
  }

  /** Those that the text names, those of a passage before the others. */
  nearest(passage: Span, most: number): NameableEntity[] {
    const all = [...this.entities.values()].filter(({ places }) => places.length > 0);
    const isNear = ({ places }: NameableEntity) => places.some((place) => overlap(place, passage));
    return [...all.filter(isNear), ...all.filter((entity) => !isNear(entity))].slice(0, most);
  }

  private entityOf(id: string, label: Label, names: readonly string[]): NameableEntity & { readonly places: Span[] } {
    const known = this.lexicon.entity(id);
    const all = [...names, ...(known?.names ?? []).map(({ value }) => value)];
    return { id, label: known?.label ?? label, names: [...new Set(all)].slice(0, mostNames), places: [] };
  }
}

/** The entity that a mention names, or each that it may. */
function idsOf(mention: Mention, idOf: (mention: Mention) => string | undefined): string[] {
  const id = idOf(mention);
  return id === undefined ? (mention.candidates ?? []).map((candidate) => candidate.id) : [id];
}
