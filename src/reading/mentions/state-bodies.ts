/** Bodies of the Chinese state that a graph may lack: texts name them by forms that no ending shows, such as 工信部 or NDRC. */
import { stateBodies } from './body-names.js';
import { Lexicon, type NamedEntity } from './lexicon.js';
import type { Found } from './mention.js';
import { namedIn } from './named.js';
import type { Word } from './words.js';

const bodyOf = (names: readonly string[], index: number): NamedEntity => ({
  id: `agency:${index}`,
  label: 'Agency',
  names: names.map((value) => ({ value, lang: /\p{Script=Han}/u.test(value) ? 'zh' : 'en', kind: 'ALIAS' })),
  kinds: [],
  parents: [],
});

const bodies = new Lexicon(stateBodies.map(bodyOf));

/** The bodies that a text names, each under the longest of the names that the text has for it. `named` are the names of the graph. */
export function stateBodiesIn(text: string, words: readonly Word[], named: readonly Found[]): Found[] {
  const others = new Map(named.filter(isOtherRegion).map((each) => [each.end, each]));
  const found = namedIn(text, words, bodies);
  const names = new Map<string, string>();
  for (const { entity = '', text: own } of found) if (own.length > (names.get(entity)?.length ?? 0)) names.set(entity, own);
  return found.map((each) => {
    const other = others.get(each.start - lengthOfJoint(text, each.start));
    return proposal(each, other === undefined ? (names.get(each.entity ?? '') ?? each.text) : nameIn(other, each));
  });
}

/** A body of another country or of a province may have the same name: "Japan's Ministry of Finance", 广东省发改委. */
const isOtherRegion = ({ label, text }: Found): boolean => label === 'Region' && !/^(?:China|PRC|中国|我国)$/u.test(text);

const nameIn = (region: Found, { text }: Found): string =>
  /\p{Script=Han}/u.test(text) ? `${region.text}${text}` : `${text} of ${region.text}`;

const lengthOfJoint = (text: string, start: number): number =>
  /(?:['’]s |的)?$/u.exec(text.slice(Math.max(0, start - 3), start))?.[0].length ?? 0;

const proposal = ({ start, end, text, label }: Found, newName: string): Found => ({
  start,
  end,
  text,
  how: 'NEW',
  label,
  newName,
  confidence: 0.6,
  reason: 'the graph has no such name; bodies of states have it',
  entries: [],
});
