/** What is proposed of entities: relations, properties, statements and observations. */
import { isRelation } from '../../../src/model/model.js';
import type { Proposal, ProposedClaim, ProposedObservation } from '../../../src/reading/claims/proposal.js';
import { overlap } from '../../../src/sentences.js';
import { identities } from '../identity.js';
import type { Reading, ReviewedClaim, ReviewedObservation } from '../reviewed-text.js';
import type { Tally } from '../score.js';

export const definitions = {
  relations:
    'MENTIONS aside. Each subject, predicate and object once. Right: a reviewed claim of the text has all three, wherever its passages are; a new entity is the one of this text alone that has its type, and its name or one that begins or ends with it; or, where the text has no name of that one, the one whose passages have the place of the new one. Of an end that a person must choose, the right candidate counts.',
  'relations exact': 'As relations, and attributes, from and until are those of the claim too.',
  MENTIONS: 'As relations: what the document mentions.',
  properties: 'As relations, with the value in place of the object; of LISTS_ALL_MEMBERS, subject and predicate.',
  statements: 'STATED, PROVIDES and PURPOSE. Right: a passage overlaps that of a reviewed one with its subject and predicate.',
  notes:
    'NOTE, as statements. A reader notes each sentence that nothing else is read from, so that a person decides; reviewers record most of those by other predicates.',
  observations:
    'Right: a reviewed one has its value or rank, unit, comparator, period and region, and its indicator where other texts have that too; a passage overlaps.',
  'new entities': 'Each new entity once. Right: it is one of those that only this text has, Indicators and documents aside.',
} as const;

type Measure = keyof typeof definitions;

/** A proposal, and what the review says of it. */
export interface JudgedProposal {
  readonly proposal: Proposal;
  readonly measure: Measure;
  readonly isRight: boolean;
}

export interface ClaimResults {
  readonly tallies: Record<Measure, Tally>;
  readonly judged: readonly JudgedProposal[];
}

const none = { found: [], expected: [] };
const statementPredicates = new Set(['STATED', 'PROVIDES', 'PURPOSE']);

/** How claims of a kind are distinguished, and how they are described. */
interface Kind<Found, Expected> {
  readonly measure: Measure;
  readonly found: readonly { readonly proposal: Proposal; readonly item: Found }[];
  readonly expected: readonly Expected[];
  readonly isSame: (found: Found, expected: Expected, proposal: Proposal) => boolean;
  readonly key: (found: Found, proposal: Proposal) => string;
  readonly expectedKey: (expected: Expected) => string;
}

export function claimResults(from: Reading): ClaimResults {
  const results = [...claimKinds(from).map(resultOf), resultOf(observationKind(from)), entities(from)];
  return {
    tallies: Object.fromEntries(results.map(({ measure, tally }) => [measure, tally])) as Record<Measure, Tally>,
    judged: results.flatMap(({ judged, measure }) => (measure === 'relations exact' ? [] : judged)),
  };
}

interface Result {
  readonly measure: Measure;
  readonly tally: Tally;
  readonly judged: readonly JudgedProposal[];
}

function resultOf<Found, Expected>({ measure, found, expected, isSame, key, expectedKey }: Kind<Found, Expected>): Result {
  const judged = found.map(({ proposal, item }) => ({
    proposal,
    measure,
    isRight: expected.some((each) => isSame(item, each, proposal)),
    key: key(item, proposal),
  }));
  const once = [...new Map(judged.map((each) => [each.key, each])).values()];
  const wanted = [...new Map(expected.map((each) => [expectedKey(each), each]))];
  const missed = wanted.filter(([, each]) => !found.some(({ item, proposal }) => isSame(item, each, proposal)));
  const tally = {
    found: once.length,
    right: once.filter(({ isRight }) => isRight).length,
    expected: wanted.length,
    reached: wanted.length - missed.length,
    wrong: once.filter(({ isRight }) => !isRight).map((each) => `${each.key} [${each.proposal.rule}]`),
    missed: missed.map(([each]) => each),
  };
  return { measure, tally, judged };
}

function claimKinds(from: Reading): Kind<ProposedClaim, ReviewedClaim>[] {
  const { reviewed, proposals } = from;
  const identity = identities(from);
  const claims = proposals.flatMap((proposal) =>
    proposal.kind === 'CLAIM' ? [{ proposal, item: chosen(proposal, proposal.claim, from, identity) }] : [],
  );
  const of = (isOfKind: (claim: { readonly predicate: string }) => boolean) => ({
    found: claims.filter(({ item }) => isOfKind(item)),
    expected: reviewed.claims.filter(isOfKind),
    key: claimKey,
    expectedKey: claimKey,
  });
  const relations = of(({ predicate }) => isRelation(predicate) && predicate !== 'MENTIONS');
  const isStatement = ({ predicate }: { readonly predicate: string }) => statementPredicates.has(predicate);
  return [
    { measure: 'relations', ...relations, isSame: isSameClaim },
    {
      measure: 'relations exact',
      ...(reviewed.hasAttributes ? relations : none),
      key: exactKey,
      expectedKey: exactReviewedKey,
      isSame: isExactClaim,
    },
    { measure: 'MENTIONS', ...of(({ predicate }) => predicate === 'MENTIONS'), isSame: isSameClaim },
    {
      measure: 'properties',
      ...of(({ predicate }) => !isRelation(predicate) && !isStatement({ predicate }) && predicate !== 'NOTE'),
      isSame: isSameClaim,
    },
    { measure: 'statements', ...of(isStatement), ...statementKind },
    { measure: 'notes', ...of(({ predicate }) => predicate === 'NOTE'), ...statementKind },
  ];
}

const statementKind: Pick<Kind<ProposedClaim, ReviewedClaim>, 'key' | 'expectedKey' | 'isSame'> = {
  key: (claim, { passages }) => `${claim.subject} ${claim.predicate} at ${passages[0]?.start}: ${claim.value}`,
  expectedKey: (claim) => `${claim.subject} ${claim.predicate} at ${claim.passages[0]?.start}: ${claim.value}`,
  isSame: (claim, other, { passages }) =>
    claim.subject === other.subject &&
    claim.predicate === other.predicate &&
    passages.some((passage) => other.passages.some((place) => overlap(passage, place))),
};

/** With the end that a reviewer would choose, where one must be chosen. */
function chosen(
  { choices = [] }: Proposal,
  claim: ProposedClaim,
  { reviewed }: Reading,
  identity: (id: string) => string,
): ProposedClaim {
  const own = mapped(claim, identity);
  const others = choices.flatMap(({ field, candidates }) =>
    candidates.map(({ id }) => mapped({ ...claim, [field]: id }, identity)),
  );
  return others.find((other) => reviewed.claims.some((expected) => isSameClaim(other, expected))) ?? own;
}

function mapped(claim: ProposedClaim, identity: (id: string) => string): ProposedClaim {
  return { ...claim, subject: identity(claim.subject), object: claim.object === undefined ? undefined : identity(claim.object) };
}

type Told = Pick<ReviewedClaim, 'subject' | 'predicate' | 'object' | 'value'>;

const claimKey = ({ subject, predicate, object, value }: Told): string =>
  `${subject} ${predicate} ${object ?? (predicate === 'LISTS_ALL_MEMBERS' ? '' : String(value))}`;

/** How the tallies name a reviewed claim that was missed. */
export const keyOfReviewed = (claim: ReviewedClaim): string =>
  statementPredicates.has(claim.predicate) || claim.predicate === 'NOTE' ? statementKind.expectedKey(claim) : claimKey(claim);

const isSameClaim = (found: ProposedClaim, expected: ReviewedClaim): boolean => claimKey(found) === claimKey(expected);

const dated = (from?: string, until?: string): string => `${from ?? ''}${until === undefined ? '' : ` until ${until}`}`;

const exactKey = ({ qualifiers = [], from, until, ...claim }: ProposedClaim): string =>
  `${claimKey(claim)} ${attributeKey(qualifiers.map(({ name, value }) => [name, value]))} ${dated(from, until)}`;

const exactReviewedKey = ({ attributes, from, until, ...claim }: ReviewedClaim): string =>
  `${claimKey(claim)} ${attributeKey(Object.entries(attributes))} ${dated(from, until)}`;

const attributeKey = (attributes: readonly (readonly [string, string | number])[]): string =>
  attributes
    .map(([name, value]) => `${name}=${String(value).toLowerCase()}`)
    .toSorted((a, b) => a.localeCompare(b))
    .join(',');

const isExactClaim = (found: ProposedClaim, expected: ReviewedClaim): boolean => exactKey(found) === exactReviewedKey(expected);

function observationKind(from: Reading): Kind<ProposedObservation, ReviewedObservation> {
  const { reviewed, proposals } = from;
  const identity = identities(from);
  const describe = ({
    indicator,
    value,
    rank,
    unit,
    comparator = 'EXACT',
    period,
    region,
  }: ReviewedObservation | ProposedObservation) =>
    [indicator, comparator, value, rank === undefined ? rank : `rank ${rank}`, unit, period, region]
      .filter((part) => part !== undefined)
      .join(' ');
  return {
    measure: 'observations',
    found: proposals.flatMap((proposal) => (proposal.kind === 'OBSERVATION' ? [{ proposal, item: proposal.observation }] : [])),
    expected: reviewed.observations,
    key: describe,
    expectedKey: describe,
    isSame: (found, expected, { passages }) =>
      found.value === expected.value &&
      found.rank === expected.rank &&
      found.unit === expected.unit &&
      (found.comparator ?? 'EXACT') === (expected.comparator ?? 'EXACT') &&
      found.period === expected.period &&
      (found.region === undefined ? undefined : identity(found.region)) === expected.region &&
      (reviewed.own.has(expected.indicator)
        ? reviewed.lexicon.entity(found.indicator) === undefined
        : found.indicator === expected.indicator) &&
      passages.some((passage) => expected.passages.some((place) => overlap(passage, place))),
  };
}

/** Indicators are judged with their observations: reviewers name them otherwise. */
function entities(from: Reading): Result {
  const { reviewed, proposals } = from;
  const identity = identities(from);
  const isMeasured = (id: string) => !['Indicator', 'Document'].includes(reviewed.entities.get(id)?.label ?? '');
  const own = [...reviewed.own].filter(isMeasured);
  return resultOf({
    measure: 'new entities',
    found: proposals.flatMap((proposal) =>
      proposal.kind === 'ENTITY' && !['Indicator', 'Document'].includes(proposal.entity.label)
        ? [{ proposal, item: { id: identity(proposal.entity.id), name: proposal.entity.names[0]?.value } }]
        : [],
    ),
    expected: own,
    key: ({ id, name }) => `${id} (${name})`,
    expectedKey: (id) => id,
    isSame: ({ id }, expected) => id === expected,
  });
}
