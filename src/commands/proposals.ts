/** Proposals of a reading, for people at a terminal. */
import type { Proposal, ProposedClaim, ProposedEntity } from '../reading/claims/proposal.js';
import type { Settings } from '../settings/settings.js';
import { counted } from './report.js';

/** A line for each proposal, in the order of the text. */
export function proposalLines(proposals: readonly Proposal[]): string[] {
  return [`${counted(proposals.length, 'proposal')}:`, ...proposals.map((proposal) => `  ${line(proposal)}`)];
}

function line(proposal: Proposal): string {
  const { rule, confidence, passages, choices = [] } = proposal;
  const [first] = passages;
  const place = first === undefined ? '' : `${first.start}-${first.end} `;
  const open = choices.map(({ field, candidates }) => `, ${field} one of ${candidates.map(({ id }) => id).join(', ')}`);
  return `${place}${shown(proposal)} (${confidence.toFixed(2)}, ${rule}${open.join('')})`;
}

function shown(proposal: Proposal): string {
  if (proposal.kind === 'ENTITY') return entity(proposal.entity);
  if (proposal.kind === 'CLAIM') return claim(proposal.claim);
  const { indicator, value, unit, region, period } = proposal.observation;
  return [indicator, '=', value, unit, region && `in ${region}`, period && `for ${period}`]
    .filter((part) => part != null)
    .join(' ');
}

const entity = ({ id, names }: ProposedEntity): string => `new ${id} “${names[0]?.value ?? ''}”`;

function claim({ subject, predicate, object, value, qualifiers = [], from, until, attributedTo = [] }: ProposedClaim): string {
  const attributes = qualifiers.map((each) => `${each.name}: ${each.value}`);
  const dates = [from && `from ${from}`, until && `until ${until}`].filter((part) => part !== undefined);
  const said = attributedTo.length === 0 ? [] : [`according to ${attributedTo.join(', ')}`];
  return [subject, predicate, object ?? `“${value ?? ''}”`, ...attributes, ...dates, ...said].join(' ');
}

/** Where editors review a reading, in the explorer of the service. */
export function reviewAddress({ port, host }: Pick<Settings, 'port' | 'host'>, id: string): string {
  const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}/review/${encodeURIComponent(id)}`;
}
