/** The records of a load, which goes through them several times: those of small files are read and mapped once, and kept. */
import type { SourceRecord } from './parts.js';

type Lists = readonly (readonly SourceRecord[])[];

/** Characters of text whose records are kept: with what a mapping makes of them, some twenty times as many bytes. */
const mostCharacters = 8 * 1024 * 1024;

/** A record of one character takes as much as one of a hundred. */
const ofRecord = 100;

export class RecordCache {
  private whole: Lists | undefined;
  private isTooLarge = false;

  constructor(private readonly read: () => AsyncIterable<readonly SourceRecord[]>) {}

  /** All records, in the same order each time. */
  async *records(): AsyncGenerator<readonly SourceRecord[]> {
    if (this.whole !== undefined) yield* this.whole;
    else yield* this.fromFiles();
  }

  private async *fromFiles(): AsyncGenerator<readonly SourceRecord[]> {
    const lists: (readonly SourceRecord[])[] = [];
    let characters = 0;
    for await (const list of this.read()) {
      for (const { raw } of list) characters += raw.length + ofRecord;
      this.isTooLarge ||= characters > mostCharacters;
      if (this.isTooLarge) lists.length = 0;
      else lists.push(list);
      yield list;
    }
    if (!this.isTooLarge) this.whole = lists;
  }
}
