/** What Chinese sentences say that acts and programs provide, and are for. */
import { matchesOf, one, type Match } from '../pattern.js';
import type { TypedSentence } from '../typed-sentence.js';
import type { Found } from './provision.js';

const act = one('act', 'Policy', 'Program');
/** What comes after is a clause of its own. */
const telling = '提出|要求|明确|规定|强调|指出|部署|约定|写明|载明|建议|倡议';
/** What comes after is the object. */
const doing =
  '鼓励|支持|禁止|严禁|允许|限制|引导|倡导|提倡|推动|加大|加强|加快|完善|优化|指导|取消|放宽|收紧|降低|提高|减免|补贴|扩大|简化|规范|保障|促进|推进|督促|责令|授权|豁免|暂停|设立|聚焦|深化|健全';
const gap = String.raw`[》”]?(?:（[^）]*）)?，?(?:<Date:\d+>|还|也|则|并|同时|特别|进一步|首次|明确|从[^，。]{2,20}?)*`;
const provides: readonly RegExp[] = [
  new RegExp(String.raw`${act}${gap}(?<verb>${telling})(?:，|：|:)?`, 'gu'),
  new RegExp(String.raw`${act}${gap}(?:将|要)?(?<verb>${doing})(?=\p{Script=Han}|<|“)`, 'gu'),
  new RegExp(String.raw`(?:根据|按照|依据)[《“]?${act}[》”]?(?:的)?(?:要求|规定|精神|内容)?(?<verb>)，`, 'gu'),
  new RegExp(
    String.raw`^(?:同时|此外|另外|其中|并)?，?(?:还)?(?:要)?(?<verb>${telling}|${doing})(?=，|：|\p{Script=Han}|<)`,
    'gu',
  ),
];
const more = new RegExp(
  String.raw`[，；](?:同时|并|还|并且)?(?:还|也)?(?<verb>${doing}|要求|明确|规定|提出)(?=，|\p{Script=Han}|<)`,
  'gu',
);
const purposes: readonly RegExp[] = [
  new RegExp(String.raw`${act}[^。；]{0,30}?(?<verb>旨在|意在|目的是|目标是|目的在于|以便|以期)(?:于|为)?`, 'gu'),
  new RegExp(
    String.raw`^(?:<Date:\d+>，)?(?<verb>为了?)(?<purpose>[^。；]{4,80}?)，(?=[^。]*?(?:印发|发布|出台|制定|启动|开展|推出|实施|下发|公布|设立)[^。]*?${act})`,
    'gu',
  ),
];

export function chineseProvisions(sentence: TypedSentence): Found[] {
  const first = provides.flatMap((pattern) => matchesOf(pattern, sentence)).find((match) => !isDenied(sentence, match));
  if (first === undefined) return [];
  const subject = first.mention('act');
  const isTold = new RegExp(`^(?:${telling})$`, 'u').test(first.words('verb'));
  const stops = matchesOf(isTold ? /；(?<verb>)/gu : more, sentence).filter(({ start }) => start >= first.end);
  const all = [first, ...stops];
  return all
    .map((match, index) =>
      found(sentence, match, { from: match.end, to: all[index + 1]?.start ?? sentence.typed.length }, subject),
    )
    .filter(({ content }) => /\p{L}|</u.test(sentence.typed.slice(content.from, content.to)));
}

/** 依据《反垄断法》，对…罚款: what is done under an act is no part of it. */
const isApplied = (after: string): boolean =>
  /^(?:，)?(?:现|决定|拟|依法)*对[^。；]{0,80}(?:罚款|处罚|罚金|没收|立案)/u.test(after);

const isDenied = ({ typed }: TypedSentence, match: Match): boolean =>
  isApplied(typed.slice(match.end)) ||
  /(?:未|没有|不|并非)$/u.test(typed.slice(match.start, match.end - match.words('verb').length)) ||
  /(?:如果|若|假如|是否)[^，]*$/u.test(typed.slice(0, match.start));

/** 到2030年，…: what is to be reached is what the act is for. */
const isAim = (words: string): boolean =>
  /^[，：:]?(?:力争|争取|确保)?(?:到|至)<Date:\d+>/u.test(words) && /<Amount:\d+>/u.test(words);

function found({ typed }: TypedSentence, match: Match, content: Found['content'], subject: Found['subject']): Found {
  const verb = match.words('verb');
  const opening = new RegExp(`^(?:${doing})$`, 'u').test(verb) ? verb : '';
  return {
    predicate: isAim(typed.slice(content.from, content.to)) ? 'PURPOSE' : 'PROVIDES',
    subject,
    content,
    opening,
    sign: verb || '根据',
    confidence: subject === undefined ? 0.55 : 0.82,
  };
}

export function chinesePurposes(sentence: TypedSentence): Found[] {
  return purposes.flatMap((pattern) =>
    matchesOf(pattern, sentence).map((match) => {
      const purpose = match.words('purpose');
      const from = purpose === '' ? match.end : sentence.typed.indexOf(purpose, match.start);
      const to = purpose === '' ? sentence.typed.length : from + purpose.length;
      return {
        predicate: 'PURPOSE' as const,
        subject: match.mention('act'),
        content: { from, to },
        opening: '',
        sign: match.words('verb'),
        confidence: 0.8,
      };
    }),
  );
}
