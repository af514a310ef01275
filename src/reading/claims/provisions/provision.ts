/** What an act or program provides, or is for. */
import type { Mention } from '../../mentions/mention.js';
import type { Part } from '../speech/speech.js';

export interface Provision {
  readonly predicate: 'PROVIDES' | 'PURPOSE';
  readonly subject: Mention;
  /** What it provides, or is for. */
  readonly content: Part;
  /** What the value begins with: "Encourages". */
  readonly opening: string;
  /** The words that show it. */
  readonly sign: string;
  readonly confidence: number;
}

/** What is in the words after a match, for sentences that go on about the same act. */
export interface Found extends Omit<Provision, 'subject'> {
  /** Missing where the sentence goes on about the act of the one before. */
  readonly subject?: Mention | undefined;
}
