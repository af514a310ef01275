/** Proposals of a reading, for people at a terminal. */
import { cutReasons, type Cut } from '../reading/claims/cuts.js';
import type { Proposal, ProposedClaim, ProposedEntity, ProposedObservation } from '../reading/claims/proposal.js';
import type { Settings } from '../settings/settings.js';
import { counted } from './report.js';

/** A line for each proposal, in the order of the text. */
export function proposalLines(proposals: readonly Proposal[]): string[] {
  return [`${counted(proposals.length, 'proposal')}:`, ...proposals.map((proposal) => `  ${line(proposal)}`)];
}

/** Where the text was not read as a whole, with why. */
export const cutLines = (cuts: readonly Cut[] = []): string[] =>
  cuts.map(({ start, end, reason }) => `Not read as a whole: ${start}-${end}. ${cutReasons[reason]}`);

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
  return observation(proposal.observation);
}

function observation({ indicator, kind, comparator, value, rank, unit, region, period }: ProposedObservation): string {
  const parts = [
    kind === 'ACTUAL' ? undefined : kind,
    comparator === 'EXACT' ? undefined : comparator,
    value ?? (rank === undefined ? undefined : `rank ${rank}`),
    unit,
    region && `in ${region}`,
    period && `for ${period}`,
  ];
  return [indicator, '=', ...parts.filter((part) => part !== undefined)].join(' ');
}

/** A document has a title instead of names. */
function entity({ id, names, properties = [] }: ProposedEntity): string {
  const title = properties.find(({ name }) => name === 'title')?.value;
  return `new ${id} “${names[0]?.value ?? title ?? ''}”`;
}

function claim({ subject, predicate, object, value, qualifiers = [], from, until, attributedTo = [] }: ProposedClaim): string {
  const attributes = qualifiers.map((each) => `${each.name}: ${each.value}`);
  const dates = [from && `from ${from}`, until && `until ${until}`].filter((part) => part !== undefined);
  const said = attributedTo.length === 0 ? [] : [`according to ${attributedTo.join(', ')}`];
  return [subject, predicate, object ?? `“${value ?? ''}”`, ...attributes, ...dates, ...said].join(' ');
}

/** Where editors review a reading, in the explorer of the service. */
export function reviewAddress({ port, host, address }: Pick<Settings, 'port' | 'host' | 'address'>, id: string): string {
  const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}${address.basePath}/review/${encodeURIComponent(id)}`;
}
