import { describe, expect, it } from 'vitest';
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

  it('are the same when the text is read again', () => {
    const text = 'John Roe, minister of the Ministry of Magic, resigned.';
    expect(read(text)).toEqual(read(text));
  });
});
