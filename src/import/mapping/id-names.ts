import { plainName } from './slug.js';

const mostKept = 50_000;

/** The names that ids of one import were made of, so that two names of one id are reported. Only the last many are kept: memory does not grow with the rows. */
export class IdNames {
  private readonly names = new Map<string, string>();

  /** Another name that has made this id, other than in case, accents, width and spaces; undefined where none has. */
  other(id: string, name: string): string | undefined {
    const known = this.names.get(id);
    if (known !== undefined) return known === name || plainName(known) === plainName(name) ? undefined : known;
    if (this.names.size >= mostKept) this.names.clear();
    this.names.set(id, name);
    return undefined;
  }
}
