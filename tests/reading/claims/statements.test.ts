import { describe, expect, it } from 'vitest';
import { readInvented } from './invented.js';

/** Each statement as "subject: value {about, saidTo, saidOn, by}". */
const statementsIn = (text: string): string[] =>
  readInvented(text).flatMap((proposal) => {
    if (proposal.kind !== 'CLAIM' || proposal.claim.predicate !== 'STATED') return [];
    const { subject, value, saidTo, saidOn, attributedTo } = proposal.claim;
    const more = [saidTo && `to ${saidTo}`, saidOn && `on ${saidOn}`, attributedTo && `by ${attributedTo.join(' ')}`];
    return [[`${subject}: ${value}`, ...more.filter((part) => part !== undefined)].join(' ')];
  });

const safe = 'Used brooms are safe.';
const english: readonly (readonly [string, readonly string[]])[] = [
  ['The Ministry of Magic said that used brooms are safe.', [`agency:magic: ${safe}`]],
  ['The Ministry of Magic said used brooms are safe.', [`agency:magic: ${safe}`]],
  ['Used brooms are safe, the Ministry of Magic said on May 2, 2026.', [`agency:magic: ${safe} on 2026-05-02`]],
  ['“Used brooms are safe,” said Jane Doe, director of the Ministry of Owls.', [`person:doe: ${safe}`]],
  ['“Used brooms,” Jane Doe said, “are safe for years.”', ['person:doe: Used brooms are safe for years.']],
  [
    '“Used brooms are safe. Owls are not,” said Jane Doe. “Both will be scarce.”',
    [`person:doe: ${safe}`, 'person:doe: Owls are not.', 'person:doe: Both will be scarce.'],
  ],
  ['Jane Doe said: “Used brooms are safe. Owls are not.”', [`person:doe: ${safe}`, 'person:doe: Owls are not.']],
  ['According to Jane Doe, director of the Ministry of Owls, used brooms are safe.', [`person:doe: ${safe}`]],
  ['Used brooms are safe, according to data from Avalon’s Ministry of Magic.', [`agency:magic: ${safe}`]],
  [
    'Jane Doe told the Daily Prophet that used brooms are safe, adding that new ones are better.',
    [`person:doe: ${safe} to organization:prophet`, 'person:doe: New ones are better. to organization:prophet'],
  ],
  [
    'In an interview with the Daily Prophet, Jane Doe said used brooms are safe.',
    [`person:doe: ${safe} to organization:prophet`],
  ],
  ['Jane Doe spoke in Iskar. She added that used brooms are safe.', [`person:doe: ${safe}`]],
  [
    'Jane Doe, who had led the Ministry of Owls until she was moved to Kardun, warned that used brooms are safe.',
    [`person:doe: ${safe}`],
  ],
  ['A spokesperson for the Ministry of Magic said used brooms are safe.', [`agency:magic: ${safe}`]],
  ['Jane Doe was quoted by the Daily Prophet as saying that used brooms are safe.', [`person:doe: ${safe}`]],
  [
    'The Daily Prophet reported that the Ministry of Magic said used brooms are safe.',
    [`agency:magic: ${safe} by organization:prophet`],
  ],
  ['The Ministry of Magic pledged to ban used brooms.', ['agency:magic: Pledges to ban used brooms.']],
  ['Avalon urged Lyonesse to lower its taxes.', ['region:AV: Urges Lyonesse to lower its taxes.']],
  ['Jane Doe denied that used brooms break.', ['person:doe: Denies that used brooms break.']],
  ['Jane Doe said they “will buy used brooms” and sell them.', ['person:doe: They will buy used brooms and sell them.']],
  ['As Jane Doe noted, used brooms are safe.', [`person:doe: ${safe}`]],
  [
    'The Ministry of Magic rejected the claim, saying that used brooms are safe.',
    ['agency:magic: Rejects the claim.', `agency:magic: ${safe}`],
  ],
];

const more: readonly (readonly [string, readonly string[]])[] = [
  ['Well-known news site Daily Prophet (NYSE: DP) recently noted that used brooms are safe.', [`organization:prophet: ${safe}`]],
  [
    'The association met. Its chairwoman, Jane Doe, told the Daily Prophet on June 1: "Used brooms are safe for us."',
    ['person:doe: Used brooms are safe for them. to organization:prophet on 2026-06-01'],
  ],
  [
    'Jane Doe, director of the Ministry of Owls, on June 1 denied a report that used brooms break.',
    ['person:doe: Denies a report that used brooms break. on 2026-06-01'],
  ],
  ['Used brooms are safe, the ministry’s head, Jane Doe, announced in Lyonesse on May 2.', [`person:doe: ${safe} on 2026-05-02`]],
  ['“Used brooms are safe,” said Japan’s Broom Minister, Mr Jane Doe.', [`person:doe: ${safe}`]],
  ['Officials of the Ministry of Magic said used brooms are safe.', [`agency:magic: ${safe}`]],
  ['Analysts at the Ministry of Magic said used brooms are safe.', [`agency:magic: ${safe}`]],
  ['Jane Doe called the forecast “wishful”.', ['person:doe: Calls the forecast wishful.']],
  ['The Ministry of Owls welcomed the Wand Safety Regulations.', ['agency:owls: Welcomes the Wand Safety Regulations.']],
  ['The Ministry of Magic (MOM) of Avalon said used brooms are safe.', [`agency:magic: ${safe}`]],
  [
    'Jane Doe said that used brooms are safe. Rain fell in Iskar. In addition, new ones are made in Lyonesse.',
    [`person:doe: ${safe}`],
  ],
  [
    'Jane Doe said that used brooms are safe. In addition, new ones are made in Lyonesse.',
    [`person:doe: ${safe}`, 'person:doe: New ones are made in Lyonesse.'],
  ],
  [
    'We met Jane Doe.\n\nQ1. Are used brooms safe?\n\nA1. That is how it looks to the Ministry of Magic.\n\nNobody has fallen off one this year.\n\nQ2. And new ones?',
    ['person:doe: That is how it looks to the Ministry of Magic.', 'person:doe: Nobody has fallen off one this year.'],
  ],
  ['Jane Doe: Nobody has fallen off one this year.', ['person:doe: Nobody has fallen off one this year.']],
  ['王多伊：今年没有人从扫帚上摔下来。', ['person:doe: 今年没有人从扫帚上摔下来。']],
  [
    '魔法部部长赵小云表示，二手扫帚很安全。赵小云说，价格不会上涨。',
    ['person:n16d9c3657d: 二手扫帚很安全。', 'person:n16d9c3657d: 价格不会上涨。'],
  ],
  ['林某对预言家日报表示，二手扫帚很安全。', []],
];

/** What somebody expects, calls something, or leaves open. */
const held: readonly (readonly [string, readonly string[]])[] = [
  [
    'Economists at Owl Bank predict used brooms to become dearer.',
    ['organization:owl-bank: Expects used brooms to become dearer.'],
  ],
  [
    'Owl Bank puts the growth of the potion trade at 3 percent.',
    ['organization:owl-bank: Puts the growth of the potion trade at 3 percent.'],
  ],
  ['Jane Doe of the Wizard Institute described the plan as premature.', ['person:doe: Describes the plan as premature.']],
  ['The Ministry of Owls called these rules useless.', ['agency:owls: Calls these rules useless.']],
  [
    'Jane Doe came to Iskar. She neither excluded nor promised a tax on used brooms.',
    ['person:doe: Neither confirms nor denies a tax on used brooms.'],
  ],
  ['魔法部没有证实，也未否认二手扫帚涨价。', ['agency:magic: 既不证实也不否认二手扫帚涨价。']],
  ['Owls are scarce, said Professor Jane Doe of the Wizard Institute, who keeps nine of them.', ['person:doe: Owls are scarce.']],
  ['魔法部发言人王多伊说，扫帚很安全。我们欢迎莱昂内斯加入。', ['person:doe: 扫帚很安全。', 'person:doe: 欢迎莱昂内斯加入。']],
];

/** Only the answers have labels: what comes between them is asked. */
const interview = `An interview about brooms

Jane Doe leads the Wizard Institute.

Are used brooms safe?

Jane Doe: Nobody has fallen off one this year.

Some in Lyonesse say that the dealers are to blame.

Jane Doe: The dealers sell what people want to buy.`;

const chinese: readonly (readonly [string, readonly string[]])[] = [
  ['魔法部表示，二手扫帚很安全。', ['agency:magic: 二手扫帚很安全。']],
  [
    '魔法部有关负责人回答了记者提问。\n答：二手扫帚在全国都很安全，价格不会上涨。',
    ['agency:magic: 二手扫帚在全国都很安全，价格不会上涨。'],
  ],
  ['魔法部部长王多伊指出，二手扫帚很安全。', ['person:doe: 二手扫帚很安全。']],
  [
    '王多伊5月2日在接受预言家日报记者采访时表示，二手扫帚很安全。',
    ['person:doe: 二手扫帚很安全。 to organization:prophet on 2026-05-02'],
  ],
  ['王多伊告诉预言家日报，二手扫帚很安全。', ['person:doe: 二手扫帚很安全。 to organization:prophet']],
  ['王多伊对预言家日报记者表示，二手扫帚很安全。', ['person:doe: 二手扫帚很安全。 to organization:prophet']],
  ['“二手扫帚很安全。价格也会更低。”王多伊说。', ['person:doe: 二手扫帚很安全。', 'person:doe: 价格也会更低。']],
  ['王多伊在莱昂内斯透露，二手扫帚很安全。', ['person:doe: 二手扫帚很安全。']],
  ['王多伊说：“二手扫帚很安全。新扫帚更好。”', ['person:doe: 二手扫帚很安全。', 'person:doe: 新扫帚更好。']],
  ['据魔法部介绍，二手扫帚很安全。', ['agency:magic: 二手扫帚很安全。']],
  ['王多伊认为二手扫帚很安全。', ['person:doe: 二手扫帚很安全。']],
  ['王多伊在伊斯卡讲话。她强调，二手扫帚很安全。', ['person:doe: 二手扫帚很安全。']],
  ['王多伊表示，二手扫帚很安全，并强调价格不会上涨。', ['person:doe: 二手扫帚很安全。', 'person:doe: 价格不会上涨。']],
  [
    '魔法部有关负责人表示，二手扫帚很安全。该负责人指出，价格不会上涨。',
    ['agency:magic: 二手扫帚很安全。', 'agency:magic: 价格不会上涨。'],
  ],
  ['在王多伊看来，二手扫帚很安全。', ['person:doe: 二手扫帚很安全。']],
];

const none: readonly string[] = [
  'The Ministry of Magic found no evidence that used brooms are safe.',
  'The Ministry of Magic saw little proof that used brooms are safe.',
  'The Ministry of Magic did not say that used brooms are safe.',
  'The Ministry of Magic declined to comment on used brooms.',
  'Jane Doe has not said whether used brooms are safe.',
  'If Jane Doe says that used brooms are safe, shops will open.',
  'Jane Doe would say that used brooms are safe.',
  'Jane Doe is expected to say that used brooms are safe.',
  'Used brooms are said to be safe in Lyonesse.',
  'It is believed that used brooms are safe.',
  'Did Jane Doe say that used brooms are safe?',
  'The Ministry of Magic issued the “Wand Safety Regulations” on May 2.',
  'The “flying ban” in Lyonesse ended.',
  'Jane Doe said nothing about used brooms.',
  'Jane Doe added two brooms to her collection.',
  'The Ministry of Magic announced a new tax.',
  'The Wand Safety Regulations say that used brooms are safe.',
  'A researcher at the Ministry of Magic said that used brooms are safe.',
  'The critics of the Ministry of Owls said that used brooms are safe.',
  'Jane Doe was informed that used brooms are safe.',
  'Daily Prophet: Used Brooms Sell Well in Avalon',
  '魔法部未表示二手扫帚很安全。',
  '二手扫帚被称为安全的扫帚。',
  '王多伊获得了“安全先锋”称号。',
  '二手扫帚据称很安全。',
  '王多伊拒绝对此发表评论。',
  '如果王多伊表示二手扫帚很安全，商店就会开门。',
  '魔法部说明了二手扫帚的价格。',
  '对莱昂内斯来说，二手扫帚很重要。',
  '魔法部的说法不准确。',
  'Jane Doe expects to fly to Iskar.',
  'The Ministry of Magic called the meeting off.',
  'Jane Doe puts the broom in a corner.',
  'Used brooms are safe, according to shopkeepers in Lyonesse.',
];

const saidIn = (text: string) => readInvented(text).filter(({ rule }) => rule === 'statement-reported');

describe('who said what', () => {
  it.each([...english, ...more, ...held, ...chinese])('%s', (text, statements) => {
    expect(statementsIn(text)).toEqual(statements);
  });

  it.each(none)('is not in: %s', (text) => {
    expect(statementsIn(text)).toEqual([]);
  });

  it('says what it is about, and where the words are still the source’s', () => {
    const [copied] = saidIn('Jane Doe said the brooms of Lyonesse will be used in the potion trade of Avalon.');
    expect(copied).toMatchObject({
      claim: { about: ['region:LY', 'sector:potions', 'region:AV'] },
      passages: [{ summary: 'Jane Doe comments on Lyonesse and potion trade.' }],
    });
    expect(copied?.why).toContain("In the source's words: reword it.");
  });

  it('is about the topic before where it names none', () => {
    const [said] = saidIn('Lyonesse sells used brooms. Jane Doe said that prices will rise.');
    expect(said).toMatchObject({ claim: { subject: 'person:doe', about: ['product:brooms'] } });
  });

  it('is the one who answers, not the interviewer, where only the answers have labels', () => {
    expect(statementsIn(interview)).toEqual([
      'person:doe: Nobody has fallen off one this year.',
      'person:doe: The dealers sell what people want to buy.',
    ]);
  });

  it('goes on over paragraphs that open with a quotation mark', () => {
    expect(statementsIn('Jane Doe said: “Used brooms are safe.\n\n“New ones are better.”')).toEqual([
      `person:doe: ${safe}`,
      'person:doe: New ones are better.',
    ]);
  });
});
