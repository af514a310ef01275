/** What the API is given, as a draft: the same form that files have, held to the same schemas. */
import { isObservation, propertiesOfId, relationModel, type PropertyModel } from '../model/model.js';
import { checkClaim, checkObservation, type Known } from './checks.js';
import { readClaims } from './claims.js';
import { decimal } from './decimal.js';
import type { ChangeRequest, RequestedEntity, Merge, Split } from './change-request.js';
import { readEntity, type RawEntity } from './entities.js';
import { InvalidInput, type Located, type Problem, type Step } from './problem.js';

interface NamedValue {
  readonly name: string;
  /** As text; a number where the model has one. Null takes a property away. */
  readonly value?: string | null;
}

/** Of an entity, what must be looked at here; the rest goes through. */
interface EntityInput {
  readonly id: string;
  readonly expectedVersion?: number | null;
  readonly properties?: readonly NamedValue[] | null;
}

interface ClaimInput {
  readonly subject: string;
  readonly predicate: string;
  readonly value?: string | null;
  readonly qualifiers?: readonly NamedValue[] | null;
}

/** The lists of a change, as GraphQL gives them: what is not given is undefined or null. */
export interface ChangesetLists {
  readonly entities?: readonly EntityInput[] | null;
  readonly claims?: readonly ClaimInput[] | null;
  readonly observations?: readonly object[] | null;
  readonly retractions?: readonly { readonly claim: string }[] | null;
  readonly merges?: readonly Merge[] | null;
  readonly splits?: readonly Split[] | null;
}

/** For inputs of another form: how the paths of these lists are called there. */
type Renamed = readonly (readonly [pattern: RegExp, name: string])[];

/** The lists of a draft. Throws an InvalidInput that names each wrong place as a path such as `input.claims.3.object`. */
export function draftLists(
  input: ChangesetLists,
  renamed: Renamed = [],
): Pick<ChangeRequest, 'entities' | 'claims' | 'observations' | 'retractions' | 'merges' | 'splits'> {
  const problems: Problem[] = [];
  const located = <T>(item: T, path: readonly Step[]) => locatedAs(item, path, renamed);
  const claims = (input.claims ?? []).map(rawClaim);
  const observations = (input.observations ?? []).map(present);
  const read = readClaims(located({ claims, observations }, []), problems);
  if (problems.length > 0) throw new InvalidInput(problems);
  return {
    ...read,
    entities: (input.entities ?? []).map((entity, index) => located(rawEntity(entity), ['entities', index])),
    merges: (input.merges ?? []).map((item, index) => located(item, ['merges', index])),
    splits: (input.splits ?? []).map((item, index) => located(item, ['splits', index])),
    retractions: (input.retractions ?? []).map((item, index) => located(item, ['retractions', index])),
  };
}

/** Holds what the API is given to the model, as if the graph had every entity that it names. Throws an InvalidInput. */
export function mustFitModel({ entities, claims, observations }: ReturnType<typeof draftLists>): void {
  const problems: Problem[] = [];
  for (const { item, problem } of entities) {
    const entity = given(item);
    if (Object.keys(entity).length > 1) readEntity({ item: entity, problem }, problems); // one of the graph may be named by its id alone
  }
  problems.push(
    ...claims.flatMap((claim) => checkClaim(claim, anything)),
    ...observations.flatMap((observation) => checkObservation(observation, anything)),
  );
  if (problems.length > 0) throw new InvalidInput(problems);
}

const anything: Known = {
  entities: { has: () => true, get: () => undefined },
  observations: { has: isObservation },
};

/** What is given of an entity: a document has a title and may have an empty list of names. */
function given({ expectedVersion: _, names, ...entity }: RequestedEntity): RawEntity {
  const values = Object.entries({ ...entity, names: names?.length === 0 ? undefined : names });
  return Object.fromEntries(values.filter(([, value]) => value != null)) as RawEntity;
}

function locatedAs<T>(item: T, path: readonly Step[], renamed: Renamed): Located<T> {
  const problem = (at: readonly Step[], message: string): Problem => ({
    file: renamed.reduce((name, [pattern, given]) => name.replace(pattern, given), ['input', ...path, ...at].join('.')),
    value: valueAt(item, at),
    message,
  });
  return { item, problem };
}

function valueAt(item: unknown, at: readonly Step[]): unknown {
  const value = at.reduce<unknown>((part, step) => (part as Record<Step, unknown> | undefined)?.[step], item);
  return typeof value === 'object' ? undefined : value;
}

function rawEntity({ properties, ...entity }: EntityInput): RequestedEntity {
  const known = propertiesOfId(entity.id);
  const own = (properties ?? []).map(({ name, value }) => [name, typed(known[name], value)] as const);
  return { ...(Object.fromEntries(own) as object), ...defined(entity) } as RequestedEntity;
}

function rawClaim({ qualifiers, value, ...claim }: ClaimInput): object {
  const { subject, predicate } = claim;
  const relation = relationModel(predicate);
  const known = propertiesOfId(subject);
  const attributes = (qualifiers ?? []).map(({ name, value: text }) => [name, typed(relation?.attributes[name], text)] as const);
  return present({
    ...claim,
    value: typed(known[predicate], value),
    attributes: Object.fromEntries(attributes),
  });
}

/** Text as what the model has: what is no number stays text, and is refused as that. */
function typed(property: PropertyModel | undefined, text: string | null | undefined): string | number | null | undefined {
  const isNumber = property?.type === 'integer' || property?.type === 'number';
  if (!isNumber || text == null) return text;
  const read = decimal(text);
  return 'error' in read ? text : read.value;
}

/** Without what is not given; null stays, since it takes something away. */
const defined = (item: object): object => Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));

/** Without what is not given or null, at any depth, as a file would have it. */
function present(item: object): object {
  return Object.fromEntries(
    Object.entries(item)
      .filter(([, value]) => value != null)
      .map(([name, value]) => [name, plain(value)]),
  );
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === 'object' && value !== null ? present(value) : value;
}
