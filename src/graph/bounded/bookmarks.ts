/** The states of the store that an operation must see, and the one that it made. */
export interface OperationBookmarks {
  readonly required: readonly string[];
  /** None before it wrote, and on an engine that has no bookmarks. */
  landed: readonly string[];
}
