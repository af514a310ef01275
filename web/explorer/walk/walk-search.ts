import type { ViewSearch } from '../url/view-search.ts';

/** What the URL of the graph says: which entities are open, which types are shown, and what is selected. */
export interface WalkSearch extends ViewSearch {
  /** The entity at which the walk begins. It is open. */
  readonly from?: string;
  /** The other open entities, in the order in which they were opened: ids with commas between them; "ID*3" shows three pages. */
  readonly open?: string;
  /** Two entities whose connections are shown. */
  readonly between?: string;
  /** How many relations a connection may have. */
  readonly hops?: number;
  /** The types that are shown, with commas between them. */
  readonly types?: string;
  /** The types of relations that are hidden, with commas between them. */
  readonly without?: string;
  /** The selected entity, or the two ends of the selected relation. */
  readonly at?: string;
  /** Which table is shown. */
  readonly table?: 'relations';
  readonly page?: number;
}
