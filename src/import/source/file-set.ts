/** The files of one import, in their order, with the mapping of the tables among them. */
import { basename } from 'node:path';
import type { Located } from '../../changesets/problem.js';
import { dateReader } from '../mapping/dates.js';
import type { NameReader } from '../mapping/expand.js';
import { IdNames } from '../mapping/id-names.js';
import { onceOf } from '../mapping/mapping.js';
import type { Mapping } from '../mapping/schema.js';
import { slugOf } from '../mapping/slug.js';
import type { Load } from '../load/load.js';
import type { SourceRecord } from '../load/parts.js';
import { recordsOf, type Reading, type Source } from './source-records.js';
import { fingerprintOf } from './sources.js';

type LoadContents = Pick<Load, 'name' | 'fingerprint' | 'files' | 'once' | 'records'>;

export class FileSet {
  /** What the changesets of their import say that they come from. */
  readonly title: string;
  private readonly observationIds = new Map<string, string>();

  constructor(
    readonly sources: readonly Source[],
    readonly mapping: Located<Mapping> | undefined,
  ) {
    const [first = '', ...others] = sources.map(({ name }) => basename(name));
    this.title = others.length === 0 ? first : `${first} and ${others.length} more`;
  }

  /** What a load takes from the files. Its fingerprint is also made of `words`: the options that other batches would follow from. */
  async contents(words: readonly string[], id: string | undefined, names: NameReader): Promise<LoadContents> {
    const fingerprint = await fingerprintOf(this.sources, words);
    return {
      name: id ?? this.nameWith(fingerprint),
      fingerprint,
      files: this.title,
      once: this.mapping === undefined ? [] : onceOf(this.mapping),
      records: () => this.records(names),
    };
  }

  /** The default name of their import: another for other files. */
  private nameWith(fingerprint: string): string {
    const first = basename(this.sources[0]?.name ?? '').replace(/\..*$/, '');
    return `${slugOf(first).slice(0, 40)}-${fingerprint.slice(0, 12)}`;
  }

  /** All records; where a table has names in place of ids, as `names` understands them. */
  async *records(names: NameReader): AsyncGenerator<SourceRecord[]> {
    const { dates = {}, lookups = {} } = this.mapping?.item ?? {};
    const rules = { lookups, dates: dateReader(dates), names, madeOf: new IdNames() };
    const reading: Reading = { mapping: this.mapping, rules, observationIds: this.observationIds };
    for (const source of this.sources) yield* recordsOf(source, reading);
  }
}
