// Makes src/graph/search/simplified.ts from OpenCC's tables of characters (Apache-2.0). To run it:
//   npm i --no-save opencc-js@1.4.2
//   node scripts/simplified-characters.mjs
import { writeFileSync } from 'node:fs';
import traditionalOnes from 'opencc-js/dict/TSCharacters';
import japaneseOnes from 'opencc-js/dict/JPShinjitaiCharacters';
import hongKongOnes from 'opencc-js/dict/HKVariantsRev';
import taiwanOnes from 'opencc-js/dict/TWVariantsRev';

/** Where a character has several others, the first is the usual one. */
const pairsOf = (table) => table.split('|').map((pair) => pair.split(' ').slice(0, 2));

const simplified = new Map(pairsOf(traditionalOnes));

/** The characters of GB/T 2312, in which simplified Chinese is written: 芸 and 予 are Japan's forms of 藝 and 豫, and characters of their own in China. */
const inUse = new Set();
for (let row = 0xb0; row <= 0xf7; row++)
  for (let cell = 0xa1; cell <= 0xfe; cell++) inUse.add(new TextDecoder('gbk').decode(Uint8Array.of(row, cell)));

/** A variant leads to a traditional character first. */
for (const [variant, traditional] of [taiwanOnes, hongKongOnes, japaneseOnes].flatMap(pairsOf))
  if (!simplified.has(variant) && !inUse.has(variant)) simplified.set(variant, simplified.get(traditional) ?? traditional);

const pairs = [...simplified].filter(([from, to]) => from !== to && [...from].length === 1 && [...to].length === 1).sort();
const text = (side) => pairs.map((pair) => pair[side]).join('');
const file = `// Made by scripts/simplified-characters.mjs from the tables of OpenCC 1.4.2 (Apache-2.0): run it again rather than edit this.

/** Traditional characters, variants of Taiwan and Hong Kong, and Japanese forms. */
export const others =
  '${text(0)}';

/** The simplified character of each, in the same order. */
export const simplified =
  '${text(1)}';
`;
writeFileSync(new URL('../src/graph/search/simplified.ts', import.meta.url), file);
