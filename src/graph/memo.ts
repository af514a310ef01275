/** Remembers what an owner made for an object, or how it failed. Objects are compared by identity, so that a hit costs no serialising. */
export class Memo {
  private readonly made = new Map<object, Map<object, Made>>();

  /** What `make` gave or threw for `key` the first time `owner` asked. */
  of<T>(owner: object, key: object, make: () => T): T {
    let values = this.made.get(owner);
    if (values === undefined) this.made.set(owner, (values = new Map()));
    let made = values.get(key);
    if (made === undefined) values.set(key, (made = attempt(make)));
    if (made.failed) throw made.error;
    return made.value as T;
  }
}

type Made = { readonly failed: false; readonly value: unknown } | { readonly failed: true; readonly error: unknown };

function attempt(make: () => unknown): Made {
  try {
    return { failed: false, value: make() };
  } catch (error) {
    return { failed: true, error };
  }
}
