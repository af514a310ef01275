/** How often each rule was right. */
import type { JudgedProposal } from './measures/claims.js';

export function byRule(judged: readonly JudgedProposal[]): string {
  const rules = new Map<string, { right: number; wrong: number }>();
  for (const { proposal, isRight } of judged) {
    const counts = rules.get(proposal.rule) ?? { right: 0, wrong: 0 };
    counts[isRight ? 'right' : 'wrong']++;
    rules.set(proposal.rule, counts);
  }
  const width = Math.max(4, ...[...rules.keys()].map((name) => name.length));
  const rows = [...rules]
    .toSorted(([, one], [, other]) => other.wrong - one.wrong)
    .map(([rule, { right, wrong }]) => `${rule.padEnd(width)} ${String(right).padStart(7)} ${String(wrong).padStart(7)}`);
  return [`${'rule'.padEnd(width)}   right   wrong`, ...rows].join('\n');
}
