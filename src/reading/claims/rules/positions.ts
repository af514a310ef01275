/** Who holds which position where. */
import { factRule } from '../fact-rule.js';
import { namedAlone } from '../known.js';
import { one, plainWords, type Match } from '../pattern.js';
import type { RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';
import type { Mention } from '../../mentions/mention.js';
import type { Said } from '../claim.js';

const head = String.raw`(?:director(?:[ -]general)?|minister|governor|chair(?:man|woman|person)?|president|head|chief|secretary(?:[ -]general)?|spokes(?:man|woman|person)|mayor|analyst|economist|researcher|research fellow|fellow|professor|founder|co-founder|CEO|chief executive|manager|commissioner|ambassador|correspondent|reporter|anchor|official|expert|scholar|dean|premier|vice premier|party chief|leader|undersecretary|state secretary|permanent secretary|treasurer|statistician|strategist|adviser|advisor|coordinator|speaker|(?:finance|financial|operating|technology|investment|risk|legal|commercial)\sofficer|CFO|COO|CTO)`;
const rank = String.raw`(?:(?:vice|deputy|associate|assistant|senior|chief|executive|general|then|acting|founding|former|ex|new|current|incumbent|standing|leading)[ -])*`;
const title = String.raw`(?<title>${rank}(?:<Sector:\d+>\s|policy\s|foreign\s|press\s|research\s|managing\s)?${head}(?:\sand\s${rank}${head})?)`;
const person = one('person', 'Person');
const place = one('place', 'Agency', 'Organization');
/** "Head of the ministry's press office" is not head of the ministry. */
const notOfPart = String.raw`(?!['’])`;
const position = String.raw`(?:the\s|an?\s|its\s)?${title}\s(?:of|at|for|with|from|in)\s(?:the\s|its\s)?${place}${notOfPart}`;

const english: readonly RegExp[] = [
  new RegExp(String.raw`${person}\s(?:is|was|has been|became|serves as|served as|works as)\s(?:also\s)?${position}`, 'giu'),
  new RegExp(
    String.raw`${person}(?:,)?\s(?:was|is|has been)?\s?(?:appointed|named|elected|sworn in)(?:\sas)?\s${position}(?:\s(?:on|in)\s(?<since><Date:\d+>))?`,
    'giu',
  ),
];
/** Beside a name. */
const apposed: readonly RegExp[] = [
  new RegExp(
    String.raw`${person},\swho\s(?:also\s)?(?<title>heads|chairs|leads|has\s(?:headed|chaired|led))\s(?:the\s)?${place}${notOfPart}(?:\ssince\s(?<since><Date:\d+>))?`,
    'gu',
  ),
  new RegExp(
    String.raw`${person},\s(?:who\sis\s|who\swas\s)?(?:also\s|currently\s|now\s|(?<former>formerly|previously|until\s(?:now|recently|then|<Date:\d+>))\s)?${position}`,
    'giu',
  ),
  new RegExp(String.raw`${person},\s(?:the\s)?${place}(?:['’]s|s['’])\s(?<former>former\s)?${title}(?=[,.\s])`, 'giu'),
  new RegExp(String.raw`${place}(?:['’]s|s['’])?\s(?<former>former\s)?${title}(?:,)?\s${person}`, 'giu'),
  new RegExp(String.raw`\b${position}(?:,)?\s${person}`, 'giu'),
  new RegExp(String.raw`\b${title}\s(?:for|of|at|with)\s(?:the\s)?${place},\s${person}`, 'giu'),
  new RegExp(String.raw`\b${title}\s${person}\s(?:of|from|at|with)\s(?:the\s)?${place}${notOfPart}`, 'giu'),
];

const nowhere: readonly RegExp[] = [
  new RegExp(String.raw`${person},\s(?:from|of|at|with)\s(?:the\s)?${place}(?=[,.\s])`, 'gu'),
  new RegExp(String.raw`${place}['’]s\s${person}\s(?:\p{Ll}+s|joins|reports|has|said|told)\b`, 'gu'),
];

export const headHan =
  '(?:部长|关长|庭长|统计师|董事会秘书|总编辑|司长|局长|署长|厅长|处长|主任|主席|会长|理事长|秘书长|行长|院长|所长|校长|委员|研究员|教授|发言人|记者|总裁|董事长|总经理|首席执行官|首席经济学家|经济学家|分析师|市长|省长|县长|区长|州长|书记|负责人|创始人|专家|大使|总干事|总理)';
export const rankHan = '(?:原|前|时任|现任|新任|副|常务副|执行|代理|新闻|首席|党组|高级|助理|名誉|联合|特约|驻外)*';
export const titleHan = String.raw`(?<title>${rankHan}${headHan}(?:(?:、|兼|兼任)${rankHan}${headHan})*)`;
const note = '(?:（[^）]{1,40}）)?';
const chinese: readonly RegExp[] = [
  new RegExp(String.raw`${place}${note}${titleHan}${person}`, 'gu'),
  // 任命孟宪章为商务部部长助理 goes with a name or 其
  new RegExp(String.raw`(?<![拟将欲未会])(?:任命|聘任|选举|推选)${person}(?:同志)?(?:为|担任|出任|任)${place}${titleHan}`, 'gu'),
  new RegExp(String.raw`(?<!任命|聘任|提名|推选|选举|建议)${person}(?:是|系|为|，)(?:现任|时任)?${place}${titleHan}`, 'gu'),
  new RegExp(
    String.raw`${person}(?:(?:于|自)?(?<since><Date:\d+>)起?)?(?:被任命为|出任|担任|就任|履新|任(?!命)|当选(?:为)?)${place}${titleHan}`,
    'gu',
  ),
];

export const positionHeld = factRule({
  name: 'position-held',
  example: 'Jane Doe, director general of the Ministry of Magic, said that wands would be taxed.',
  isPhrase: true,
  patterns: [...english, ...chinese],
  given: apposed,
  said: (match, sentence, { reading }) =>
    positionOf(match.mention('person'), match.mention('place'), match, sentence, reading.date),
});

export const positionUntitled = factRule({
  name: 'position-without-title',
  example: 'Jane Doe, from the Ministry of Magic, told the Daily Prophet that wands would be taxed.',
  isPhrase: true,
  patterns: [],
  given: nowhere,
  said: (match, sentence, { reading }) =>
    positionOf(match.mention('person'), match.mention('place'), match, sentence, reading.date),
});

/** "Commerce Minister Jane Doe" holds a position at what is the Ministry of Commerce. */
export const ministerNamed = factRule({
  name: 'minister-of-field',
  example: 'Minister of Magic Jane Doe visited the fair.',
  isPhrase: true,
  patterns: [
    new RegExp(
      String.raw`(?<![\p{L}’'])(?<field>\p{Lu}[\p{L}-]+(?:\s(?:and\s)?\p{Lu}[\p{L}-]+){0,3})\s(?<title>Minister|minister)\s${person}`,
      'gu',
    ),
    new RegExp(
      String.raw`\b(?<title>[Mm]inister)\s(?:of|for)\s(?<field>[\p{L}]+(?:\sand\s[\p{L}]+|\s[\p{Lu}][\p{L}]+){0,2}),?\s${person}`,
      'gu',
    ),
    new RegExp(
      String.raw`${person},\s(?:the\s|\p{Lu}\p{L}+['’]s\s|<Region:\d+>['’]s\s)?(?<title>minister)\s(?:of|for)\s(?<field>[\p{L}]+(?:\sand\s[\p{L}]+)?)(?=[,.\s])`,
      'giu',
    ),
    new RegExp(String.raw`${person},\s(?:the\s|<Region:\d+>['’]s\s)?(?<field>[\p{Ll}]+)\s(?<title>minister)(?=[,.\s])`, 'gu'),
  ],
  said: (match, sentence, context) =>
    positionOf(match.mention('person'), ministryOf(match.words('field'), context), match, sentence, context.reading.date),
});

function ministryOf(field: string, context: RuleContext): Mention | undefined {
  return knownMinistry(field, context) ?? ministryInText(field, context);
}

/** The only ministry of the text that has the field as its whole name. */
function ministryInText(field: string, { reading, idOf }: RuleContext): Mention | undefined {
  const name = new RegExp(
    String.raw`^(?:Federal )?(?:Ministry (?:of|for) (?:the )?${escaped(field)}|${escaped(field)} Ministry)(?: of \p{Lu}.*)?$`,
    'iu',
  );
  const found = reading.mentions.filter(
    ({ label, how, newName = '' }) => label === 'Agency' && how === 'NEW' && name.test(newName),
  );
  return new Set(found.map(idOf)).size === 1 ? found[0] : undefined;
}

const escaped = (words: string): string => words.replaceAll(/[^\p{L}\s-]/gu, '.');

function knownMinistry(field: string, context: RuleContext): Mention | undefined {
  const words = field.split(' ').map((word) => (word === 'and' ? word : word.slice(0, 1).toUpperCase() + word.slice(1)));
  return words
    .map((_, index) => words.slice(index).join(' '))
    .flatMap((name) => [`Ministry of ${name}`, `Ministry for ${name}`])
    .map((name) => namedAlone(name, context))
    .find((each) => each !== undefined);
}

function positionOf(
  who: Mention | undefined,
  where: Mention | undefined,
  match: Match,
  sentence: TypedSentence,
  published: string | undefined,
): Said[] {
  const held = plainWords(match.words('title'), sentence);
  const isOver = /^(?:former(?:ly)?|previously|until|ex|then)(?![\p{L}])|^(?:原|前|时任)/iu.test(
    `${match.words('former')} ${held}`.trim(),
  );
  if (who === undefined || where === undefined || (isOver && published === undefined)) return [];
  const name = held
    .replace(/^(?:has )?(?:head|lead|led).*$/u, 'head')
    .replace(/^(?:has )?chair(?:s|ed)$/u, 'chair')
    .replace(/^(?:(?:former|ex|then|current|new|incumbent)[ -])+|^(?:原|前|时任|现任|新任)+/iu, '');
  return [
    {
      subject: who,
      predicate: 'HOLDS_POSITION',
      object: where,
      qualifiers: { title: name === '' ? undefined : name },
      from: match.date('since')?.edtf,
      until: isOver ? `[..${published}]` : undefined,
      confidence: name === '' ? 0.75 : 0.9,
      why: name === '' ? 'The text puts the person at the body.' : `“${held}” joins a person and a body.`,
      summary: `${who.newName ?? who.text} ${isOver ? 'was' : 'is'} ${name === '' ? 'at' : `${name} of`} ${where.newName ?? where.text}.`,
    },
  ];
}
