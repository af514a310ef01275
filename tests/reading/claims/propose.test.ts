import { describe, expect, it } from 'vitest';
import { documentId } from '../../../src/reading/claims/propose.js';
import { rules } from '../../../src/reading/claims/rules/rules.js';
import { readInvented } from './invented.js';

/** The outlet is what rules for documents read. */
const read = (text: string) => readInvented(text, { outlet: 'Wizarding Weekly' });

describe('proposals of a text', () => {
  it.each(rules)('$name reads its example', ({ name, example }) => {
    expect(readInvented(example, { outlet: 'Wizarding Weekly' }).map(({ rule }) => rule)).toContain(name);
  });

  it('have passages that the text has', () => {
    const text = 'It rained. 𝒳. John Roe, minister of the Ministry of Magic, resigned.';
    const found = read(text).find(({ rule }) => rule === 'position-held');
    const [passage] = found?.passages ?? [];
    expect(Array.from(text).slice(passage?.start, passage?.end).join('')).toBe('John Roe, minister of the Ministry of Magic');
    expect(found).toMatchObject({ claim: { subject: 'person:john-roe', object: 'agency:magic' } });
  });

  it('are of one document for one page, however its address is written', () => {
    const idOf = (url: string) => documentId({ url, sha256: '' });
    const same = ['http://owl.example/Wands?id=1', 'https://www.Owl.Example/Wands?id=1#top', 'HTTPS://owl.example/Wands?id=1#'];
    expect(new Set(same.map(idOf)).size).toBe(1);
    const others = ['https://owl.example/wands?id=1', 'https://owl.example/Wands?id=2', 'https://owl.example/Wands', 'https://owl.example/Wan/ds?id=1']; // prettier-ignore
    expect(new Set([...others, ...same].map(idOf)).size).toBe(5);
  });

  it('are the same when the text is read again', () => {
    const text = 'John Roe, minister of the Ministry of Magic, resigned.';
    expect(read(text)).toEqual(read(text));
  });
});
