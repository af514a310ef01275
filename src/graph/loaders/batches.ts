import DataLoader from 'dataloader';
import { variantText } from './variant.js';

/**
 * Gathers what is asked for in one turn of the event loop, so that a field of a thousand parents is one statement.
 * Lives as long as one request, and remembers what it has read.
 */
export class Batches {
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  /**
   * What `fetch` gives for `key`. Calls of the same `name` and `variant` (anything that the statement depends on besides the key) are fetched together;
   * a key that the fetched map lacks gives `missing`.
   */
  load<T>(
    name: string,
    variant: unknown,
    key: string,
    fetch: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>,
    missing: T,
  ): Promise<T> {
    const id = `${name} ${variantText(variant)}`;
    const known = this.loaders.get(id) as DataLoader<string, T> | undefined;
    const loader =
      known ??
      new DataLoader<string, T>(async (keys) => {
        const found = await fetch(keys);
        return keys.map((each) => found.get(each) ?? missing);
      });
    if (known === undefined) this.loaders.set(id, loader);
    return loader.load(key);
  }
}
