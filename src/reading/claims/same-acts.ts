/** Acts without a name that a text speaks of more than once: a headline's "guidelines" and the "guideline" of a day. */
import type { Mention } from '../mentions/mention.js';
import type { TypedSentence } from './typed-sentence.js';

export class SameActs {
  private readonly byTopic = new Map<string, { readonly name: string; day: string | undefined }>();

  /** The mention, by the name that the text's first act on the same topic has, unless both have days of their own. */
  named(mention: Mention, { parts }: TypedSentence): Mention {
    const topic = / on (?<topic>.+)$/u.exec(mention.newName ?? '')?.groups?.['topic'];
    if (mention.label !== 'Policy' || topic === undefined) return mention;
    const date = parts.find((part) => part.type === 'Date');
    const day = date?.type === 'Date' ? date.date.edtf : undefined;
    const first = this.byTopic.get(topic);
    if (first === undefined || (first.day !== undefined && day !== undefined && first.day !== day)) {
      this.byTopic.set(topic, { name: mention.newName ?? '', day });
      return mention;
    }
    first.day ??= day;
    return { ...mention, newName: first.name };
  }
}
