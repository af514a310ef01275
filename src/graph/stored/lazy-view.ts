/** Things as the API shows them, a part at a time: an answer shows few parts of each. */

/** How each part is made of what was stored. */
export type Parts<Row> = Readonly<Record<string, (row: Row) => unknown>>;

/** A class whose instances make a part when it is asked for. */
export function lazyView<Row, View>(parts: Parts<Row>): new (row: Row) => View {
  class LazyView {
    constructor(readonly row: Row) {}
  }
  for (const [name, make] of Object.entries(parts))
    Object.defineProperty(LazyView.prototype, name, {
      get(this: LazyView) {
        return make(this.row);
      },
    });
  return LazyView as unknown as new (row: Row) => View;
}
