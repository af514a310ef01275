/** Text, languages, addresses and ids: what one way in refuses, every way in refuses, and says why. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDataset } from '../../src/import/dataset.js';
import { engines } from '../support/engines.js';
import { smallData } from '../support/small-data.js';
import { doorsOf, type Doors, type Entity } from './doors.js';

const named = (value: string, lang = 'en'): Entity => ({ id: 'organization:x', names: [{ value, lang }] });
const document = (properties: object): Entity => ({ id: 'document:x', title: 'X', ...properties });
const code = (scheme: string, value: string): Entity => ({ ...named('X'), identifiers: [{ scheme, value }] });

const refused: readonly (readonly [what: string, entity: Entity, message: RegExp])[] = [
  ['NUL', named('a\0b'), /NUL/],
  ['a bell', named('a\u0007b'), /U\+0007/],
  ['a vertical tab in a description', { ...named('X'), description: 'a\u000Bb' }, /U\+000B/],
  ['DEL', named('a\u007Fb'), /U\+007F/],
  ['a character of C1', named('a\u0085b'), /U\+0085/],
  ['half a pair', named('a\uD800b'), /U\+D800/],
  ['the other half', { ...named('X'), description: '\uDC00' }, /U\+DC00/],
  ['a noncharacter', named('a\uFFFEb'), /U\+FFFE/],
  ['a noncharacter of another plane', named('a\u{1FFFF}'), /U\+1FFFF/],
  ['no text', named(''), /blank/],
  ['only spaces', named('   '), /blank/],
  ['only an ideographic space', named('\u3000'), /blank/],
  ['only a zero-width space', named('\u200B'), /blank/],
  ['only marks of direction', named('\u200E\u200F'), /blank/],
  ['only a byte-order mark', named('\uFEFF'), /blank/],
  ['a Hangul filler', named('\u3164'), /blank/],
  ['a blank description', { ...named('X'), description: ' \n ' }, /blank/],
  ['a blank title', document({ title: '\t' }), /blank/],
  ['a space before a name', named(' a'), /begin or end/],
  ['a space after a title', document({ title: 'a\u00A0' }), /begin or end/],
  ['letters turned round', named('abc\u202Efdp.exe'), /U\+202E/],
  ['an isolate that is not closed', named('a\u2067b'), /U\+2067/],
  ['a code of two lines', code('VAT', 'a\nb'), /one line/],
  ['a blank scheme', code(' ', 'a'), /blank/],
  ['a code of 201 characters', code('VAT', 'x'.repeat(201)), /200 characters/],
  ['a name of 2,001 characters', named('x'.repeat(2_001)), /2,?000 characters/],
  ['a description of 10,001 characters', { ...named('X'), description: 'x'.repeat(10_001) }, /10,?000 characters/],
  ['an id of 501 characters', { ...named('X'), id: `organization:${'x'.repeat(488)}` }, /500 characters/],
  ['an id with a space', { ...named('X'), id: 'organization:a b' }, /such as agency:cn-mofcom/],
  ['an id with a letter that is written two ways', { ...named('X'), id: 'organization:e\u0301' }, /such as agency:cn-mofcom/],
  ['an id of no type', { ...named('X'), id: 'nation:x' }, /begins with a type/],
  ['a locale for a language', named('X', 'zh_CN'), /Did you mean "zh-CN"/],
  ['the name of a language', named('X', 'english'), /Did you mean "en"/],
  ['no language', named('X', ''), /language tag/],
  ['a language in capitals', named('X', 'EN'), /Did you mean "en"/],
  ['a subtag that is none', named('X', 'en--US'), /language tag/],
  ['a subtag of nine letters', named('X', 'en-abcdefghi'), /language tag/],
  ["a locale for a document's language", document({ language: 'zh_CN' }), /Did you mean "zh-CN"/],
  ["the name of a document's language", document({ language: 'Chinese' }), /Did you mean "zh"/],
  ['a script', document({ url: 'javascript:alert(1)' }), /address of the Web/],
  ['data', document({ url: 'data:text/html,x' }), /address of the Web/],
  ['a file', document({ url: 'file:///etc/passwd' }), /address of the Web/],
  ['a password', document({ url: 'https://me:secret@example.org/' }), /user name or password/],
  ['a space in an address', document({ url: 'https://example.org/a b' }), /white space/],
  ['a line feed in a scheme', document({ url: 'java\nscript:alert(1)' }), /one line|white space/],
  ['an address with a bracket', document({ url: 'https://example.org/<a>' }), /brackets/],
  ['no host', document({ url: 'https:///' }), /address of the Web/],
  ['a host that is none', document({ url: 'http://a b/' }), /white space/],
  ['no address at all', document({ url: 'example.org/a' }), /address of the Web/],
  ['half a DOI', document({ url: 'doi:10.1000' }), /DOI/],
];

const accepted: readonly (readonly [what: string, entity: Entity])[] = [
  ['a name of two lines, as tables have', named('The "first", of\ntwo lines')],
  ['emoji joined into one, and Persian with a joiner', named('👩‍🔬 می‌خواهم', 'fa')],
  ['a description with tabs and line ends', { ...named('X'), description: 'a\tb\r\nc\rd\n' }],
  ['Chinese of China', named('商务部', 'zh-CN')],
  ['pinyin', named('Shāngwùbù', 'zh-Latn-pinyin')],
  ['a private subtag', named('X', 'en-x-house')],
  ['an address', document({ url: 'http://www.gov.cn/zhengce/中文.htm?a=1&b=%20#c', language: 'zh-Hant-TW' })],
  ['an address in capitals', document({ url: 'HTTPS://EXAMPLE.ORG' })],
  ['a DOI', document({ url: 'doi:10.1000/182' })],
  ['an id of 500 characters', { ...named('X'), id: `organization:${'x'.repeat(487)}` }],
];

describe.each(engines)('text at every door, on $name', ({ empty }) => {
  let doors: Doors;
  beforeAll(async () => {
    doors = await doorsOf(empty);
  }, 120_000);
  afterAll(() => doors.close());

  describe.each(['applyChangeset', 'draftChangeset', 'JSON Lines', 'YAML', 'POST /import'] as const)('%s', (door) => {
    it.each(refused)('refuses %s', async (_, entity, message) => {
      expect(await doors[door]([entity])).toMatch(message);
    });
    it.each(accepted)('takes %s', async (_, entity) => {
      expect(await doors[door]([entity])).toBeUndefined();
    });
  });

  it('refuses a reason that is blank, or holds what no text has', async () => {
    expect(await doors.applyChangeset([named('X')], ' ')).toMatch(/input\.reason must not be blank/);
    expect(await doors.applyChangeset([named('X')], 'a\uDFFFb')).toMatch(/U\+DFFF/);
  });

  const evidence = { document: 'document:x', record: '1', summary: 'So.' };
  const note = (change: object) => ({
    subject: 'organization:x',
    predicate: 'NOTE',
    value: 'So.',
    evidence: [evidence],
    ...change,
  });
  const lists = (claim: object) => [named('X'), document({}), { type: 'claim', ...claim }];
  it.each([
    ['a value', note({ value: 'a\u0001' }), /U\+0001/],
    ['a blank value', note({ value: '\u200B ' }), /blank/],
    ['a summary', note({ evidence: [{ ...evidence, summary: 'a\uFFFF' }] }), /U\+FFFF/],
    ['the key of a record', note({ evidence: [{ ...evidence, record: ' ' }] }), /blank/],
    ['a number of a document', { ...note({}), subject: 'policy:x', predicate: 'documentNumber', value: ' 1' }, /begin or end/],
  ])('refuses %s of a claim', async (_, claim, message) => {
    const policy = { id: 'policy:x', names: [{ value: 'X', lang: 'en' }] };
    for (const door of ['applyChangeset', 'JSON Lines', 'POST /import'] as const)
      expect(await doors[door]([policy, ...lists(claim)]), door).toMatch(message);
  });

  it('refuses the same of the data that the service brings', () => {
    const [path = '', text = ''] = Object.entries(smallData).find(([, content]) => content.includes('{ value: The office')) ?? [];
    const bad = { ...smallData, [path]: text.replace('The office', '"\\u200B"') };
    expect(() => readDataset(Object.entries(bad).map(([path, text]) => ({ path, text })))).toThrow(/must not be blank/);
  });
});
