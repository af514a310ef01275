/** What the URL of an entity's page says: which tab is open, and which of its lists is shown, and how. */
import { viewSearch, type ViewSearch } from '../url/view-search.ts';

export const tabs = ['facts', 'statements', 'figures', 'timeline', 'contradictions', 'record'] as const;
const orders = ['NAME_ASC', 'NAME_DESC', 'VALID_FROM_ASC', 'VALID_FROM_DESC'] as const;
export const certainties = ['CERTAIN', 'PRESUMED', 'POSSIBLE'] as const;

export type Tab = (typeof tabs)[number];
export type Order = (typeof orders)[number];
type Certainty = (typeof certainties)[number];

export interface EntitySearch extends ViewSearch {
  /** The open tab; by default facts, or where there are none the first that has content. */
  readonly tab?: Tab;
  /** The one relation whose facts are shown, such as "ISSUED.OUT"; all of them by default. */
  readonly relation?: string;
  readonly order?: Order;
  /** Only what has this in its name. */
  readonly name?: string;
  readonly certainty?: Certainty;
  /** The kind of the timeline's items. */
  readonly kind?: string;
  /** The cursor after or before which the page of a list is. */
  readonly after?: string;
  readonly before?: string;
  /** The id that led here, of an entity that was merged into this one. */
  readonly merged?: string;
}

/** Takes what is valid and leaves out the rest. */
export function entitySearch(search: Record<string, unknown>): EntitySearch {
  const { tab, order, certainty } = search;
  return {
    ...viewSearch(search),
    ...(isOneOf(tabs, tab) ? { tab } : {}),
    ...(isOneOf(orders, order) ? { order } : {}),
    ...(isOneOf(certainties, certainty) ? { certainty } : {}),
    ...textOf(search, 'name'),
    ...textOf(search, 'kind', /^[A-Z_]+$/),
    ...textOf(search, 'relation', /^[A-Z_]+\.(OUT|IN)$/),
    ...textOf(search, 'after'),
    ...textOf(search, 'before'),
    ...textOf(search, 'merged'),
  };
}

/** What is no longer so when another list is shown. */
export const otherList = {
  order: undefined,
  name: undefined,
  certainty: undefined,
  kind: undefined,
  after: undefined,
  before: undefined,
};

function isOneOf<Value extends string>(values: readonly Value[], value: unknown): value is Value {
  return values.some((each) => each === value);
}

/** Digits are read as a number by the router. */
function textOf<Name extends string>(search: Record<string, unknown>, name: Name, form = /./): Partial<Record<Name, string>> {
  const value = search[name];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return form.test(text) ? ({ [name]: text } as Partial<Record<Name, string>>) : {};
}
