import { describe, expect, it } from 'vitest';
import { proposalsOf } from '../../../src/reading/claims/propose.js';
import { rules } from '../../../src/reading/claims/rules/rules.js';
import { Lexicon, type NamedEntity } from '../../../src/reading/mentions/lexicon.js';
import { readText } from '../../../src/reading/read-text.js';

const ministry: NamedEntity = {
  id: 'agency:magic',
  label: 'Agency',
  names: [{ value: 'Ministry of Magic', lang: 'en', kind: 'PREFERRED' }],
  kinds: ['MINISTRY'],
  parents: [],
};
const lexicon = new Lexicon([ministry]);
const read = (text: string) => proposalsOf(readText(text, { date: '2024-02-27', outlet: 'Wizarding Weekly' }, lexicon), lexicon);

describe('proposals of a text', () => {
  it.each(rules)('$name reads its example', ({ name, example }) => {
    expect(read(example).map(({ rule }) => rule)).toContain(name);
  });

  it('have passages that the text has', () => {
    const text = 'It rained. 𝒳. Jane Doe, minister of the Ministry of Magic, resigned.';
    const found = read(text).find(({ rule }) => rule === 'position-after-name');
    const [passage] = found?.passages ?? [];
    expect(Array.from(text).slice(passage?.start, passage?.end).join('')).toBe(
      'Jane Doe, minister of the Ministry of Magic, resigned.',
    );
    expect(found).toMatchObject({ claim: { subject: 'person:jane-doe', object: 'agency:magic' } });
  });

  it('are the same when the text is read again', () => {
    const text = 'Jane Doe, minister of the Ministry of Magic, resigned.';
    expect(read(text)).toEqual(read(text));
  });
});
