/** Texts that must stay texts. */
import { query, type Hostile } from '../case.js';

/** Strings that would be Cypher, a path or an address if anyone took them for it. */
const texts: readonly string[] = [
  '`) MATCH (m) DETACH DELETE m //',
  '\\u0060) MATCH (m) DETACH DELETE m //',
  "' OR 1=1 //",
  '" }) DETACH DELETE node //',
  "LOAD CSV FROM 'file:///etc/passwd' AS line",
  "CALL apoc.load.json('http://127.0.0.1/')",
  'file:///etc/passwd',
  '../../../../etc/passwd',
  '$(id)',
  '{{label}}',
  '$f0',
  '$&$1',
  '\u0000',
  '\ud800',
  '\udfff\ud800',
  '(a+)+$',
  '%00',
  '__proto__',
  'constructor',
  "x'}) DETACH DELETE n WITH 1 AS a //",
  'x" RETURN 1 UNION MATCH (n) RETURN n //',
  'CALL dbms.shutdown()',
  '${process.env.HOME}',
  '<script>alert(1)</script>',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '\u202Eabc\u2066',
  '\uFEFF\u200B',
  'e\u0301\u0301\u0301\u0301\u0301',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  'ﷺ'.repeat(50),
  'İIıi',
  '[a-z]*(',
  'a'.repeat(60) + '!',
];

/** Ids have no white space. */
const asId = (text: string) => `region:${text.replaceAll(/\s/gu, '')}`;
const hasSurrogate = (text: string) => /\p{Surrogate}/u.test(text);

const contains = 'query($text: String!) { regions(where: { name: { contains: $text } }) { totalCount } }';
const byId =
  'query($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } regions(where: { within: $id, id: { eq: $id } }) { totalCount } }';
const none = { status: 200, data: { regions: { totalCount: 0 } } };

/** Each text as a text to look for, as a name, as an id, and as a code that is written in the document. */
export const inert: readonly Hostile[] = texts.flatMap((text) => {
  const shown = JSON.stringify(text);
  return [
    { name: `${shown} as a text`, request: query(contains, { text }), ...none },
    { name: `${shown} as a name`, request: query(byId, { id: text }), status: 400, code: 'UNKNOWN_NAME' },
    {
      name: `${shown} as an id`,
      request: query(byId, { id: asId(text) }),
      status: 200,
      data: { node: null, nodes: [null], regions: { totalCount: 0 } },
    },
    ...(hasSurrogate(text)
      ? []
      : [
          {
            name: `${shown} as a code`,
            request: query(`{ regions(where: { code: { value: ${shown} } }) { totalCount } }`),
            ...none,
          },
        ]),
  ];
});
