/** Remembers what an owner made for an object. Objects are compared by identity, so that a hit costs no serialising. */
export class Memo {
  private readonly made = new Map<object, Map<object, unknown>>();

  /** What `make` gave for `key` the first time `owner` asked; nothing is remembered when it throws. */
  of<T>(owner: object, key: object, make: () => T): T {
    let values = this.made.get(owner);
    if (values === undefined) this.made.set(owner, (values = new Map()));
    if (values.has(key)) return values.get(key) as T;
    const value = make();
    values.set(key, value);
    return value;
  }
}
