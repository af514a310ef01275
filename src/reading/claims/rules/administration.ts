/** Which agencies run programs. */
import type { Mention } from '../../mentions/mention.js';
import type { Said } from '../claim.js';
import { factRule } from '../fact-rule.js';
import { listOf, one } from '../pattern.js';
import { active, han, passive, quote } from './links.js';

const program = one('to', 'Program');

export const agencyRuns = factRule({
  name: 'agency-runs-program',
  example: 'The used-broom export pilot is run by the Ministry of Magic.',
  patterns: [
    active(
      'runs|run|administers?|administered|manages?|managed|oversees|oversaw|is in charge of|is responsible for',
      one('from', 'Agency'),
      program,
    ),
    passive('run|administered|managed|overseen|led', one('from', 'Agency'), program),
    new RegExp(
      String.raw`${program}${quote},?\s(?:an?\s(?:[\p{Ll}-]+\s){1,3})?(?:which|that)\s(?:the\s)?${one('from', 'Agency')}\s(?:has\s)?(?:runs|run|administers|manages|oversees|launched|set up|started|introduced|created)\b`,
      'gu',
    ),
    han('负责管理|负责组织|负责实施|负责|主管|牵头实施|牵头组织', one('from', 'Agency'), program),
    new RegExp(
      String.raw`${program}”?(?:<Date:\d+>启动，)?由${one('from', 'Agency')}(?:负责|主管|管理|牵头|组织实施|实施)`,
      'gu',
    ),
    // 由农业农村部会同财政部实施
    new RegExp(
      String.raw`(?:${program}”?(?:<Date:\d+>启动)?，?)由${listOf('from', 'Agency')}(?:会同|联合)${listOf('with', 'Agency')}(?:共同|联合|组织|负责)*(?:实施|管理|推进|牵头)`,
      'gu',
    ),
    new RegExp(
      String.raw`(?<!要求|支持|同意|[对向与和、])${one('from', 'Agency')}(?:此前|目前|近日|日前|已|正|<Date:\d+>|于<Date:\d+>)*(?:在(?:<Region:\d+>|[、和与及]|等|<Amount:\d+>|[一二三四五六七八九十两]市|等地|地区|城市|省份)+)?(?:率先|先行|组织)?(?:开展|实施|启动)(?:了)?“?${program}`,
      'gu',
    ),
  ],
  said: (match) =>
    [...match.mentions('from'), ...match.mentions('with')].flatMap((from) => administers(from, match.mention('to'))),
});

function administers(from: Mention, to: Mention | undefined): Said[] {
  if (to === undefined) return [];
  const summary = `${from.newName ?? from.text} administers ${to.newName ?? to.text}.`;
  const why = 'The sentence says that the agency runs the program.';
  return [{ subject: from, predicate: 'ADMINISTERS', object: to, confidence: 0.86, why, summary }];
}
