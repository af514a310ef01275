/** Reads the JSON Lines that `src/export/json-lines.ts` writes, or that another program writes in that form. */
import { claimOf, observationOf, type RequestedClaim, type RawClaim, type RawObservation } from '../changesets/claims.js';
import type { ChangeRequest, RequestedEntity } from '../changesets/change-request.js';
import { readEntity } from '../changesets/entities.js';
import { InvalidInput, type Located, type Problem } from '../changesets/problem.js';
import { lineSchemas } from '../changesets/schema.js';
import { compile, fits } from '../changesets/validator.js';
import type { ObservationRecord, Redirect } from '../graph/stored/record-types.js';
import type { SourceRecord } from './load/parts.js';
import { longestLine, type TextLine } from './source/file.js';
import { jsonObject, type JsonObject } from './source/json-object.js';

/** More problems than a person mends at a time: reading ends there. */
const mostProblems = 100;

const validators = {
  claim: compile(lineSchemas.claim),
  observation: compile(lineSchemas.observation),
  redirect: compile(lineSchemas.redirect),
};

/**
 * The draft that a stream of JSON Lines makes. What a line says decides on the id of its claim or observation, not the id that it gives.
 * Throws an InvalidInput that lists what is wrong, each thing by file, line and column.
 */
export async function readJsonLines(
  input: AsyncIterable<string>,
  file: string,
  changeset: Pick<ChangeRequest, 'id' | 'author' | 'reason' | 'origin'>,
): Promise<ChangeRequest> {
  const contents = new Contents();
  for await (const line of locatedLines(input, file, contents.problems)) contents.add(line);
  if (contents.problems.length > 0) throw new InvalidInput(contents.problems);
  return { ...changeset, ...contents.draft() };
}

/**
 * What one line brings, for those who read on line by line. `observationIds` keeps, from line to line, the ids that lines give observations where the contents
 * give another.
 */
export function jsonRecord({ text, number }: TextLine, file: string, observationIds: Map<string, string>): SourceRecord {
  const contents = new Contents(observationIds);
  const line = number === 1 ? text.replace(/^\uFEFF/, '') : text;
  for (const located of jsonObject(line, file, number, contents.problems)) contents.add(located);
  return { ...contents.draft(), shared: [], file, line: number, raw: text, problems: contents.problems, notes: [] };
}

/** What the lines have brought so far. */
class Contents {
  readonly problems: Problem[] = [];
  private readonly entities: Located<RequestedEntity>[] = [];
  private readonly claims: Located<RequestedClaim>[] = [];
  private readonly observations: Located<ObservationRecord>[] = [];
  private readonly redirects: Located<Redirect>[] = [];

  /** `observationIds` are those that lines give observations, where the contents give another. */
  constructor(private readonly observationIds = new Map<string, string>()) {}

  add(line: Located<JsonObject>): void {
    const { type, ...record } = line.item;
    if (type === 'entity') this.addEntity({ ...line, item: record as RequestedEntity });
    else if (type === 'claim') this.addClaim(line);
    else if (type === 'observation') this.addObservation(line);
    else if (type === 'redirect') this.addRedirect(line);
    else this.problems.push(line.problem(['type'], 'must be entity, redirect, observation or claim'));
  }

  draft(): Omit<ChangeRequest, 'id' | 'author' | 'reason' | 'origin'> {
    const claims = this.claims.map(({ item, problem }) => ({ item: { ...item, subject: this.idOf(item.subject) }, problem }));
    const { entities, observations, redirects } = this;
    return { entities, claims, observations, retractions: [], ...(redirects.length === 0 ? {} : { redirects }) };
  }

  private addEntity(entity: Located<RequestedEntity>): void {
    if (readEntity(entity, this.problems).length > 0) this.entities.push(entity);
  }

  private addClaim(line: Located<JsonObject>): void {
    if (!fits(validators.claim, line, [], line.item, this.problems)) return;
    const { type: _, id: __, ...raw } = line.item as unknown as RawClaim & { type: string; id?: string };
    this.claims.push({ item: { ...claimOf(raw, undefined), isRecord: true }, problem: line.problem });
  }

  private addObservation(line: Located<JsonObject>): void {
    if (!fits(validators.observation, line, [], line.item, this.problems)) return;
    const { type: _, id, ...raw } = line.item as unknown as RawObservation & { type: string; id?: string };
    const item = observationOf(raw);
    if (id !== undefined && id !== item.id) this.observationIds.set(id, item.id);
    this.observations.push({ item, problem: line.problem });
  }

  private addRedirect(line: Located<JsonObject>): void {
    if (!fits(validators.redirect, line, [], line.item, this.problems)) return;
    const { id, into } = line.item as unknown as Redirect;
    this.redirects.push({ item: { id, into }, problem: line.problem });
  }

  private idOf(subject: string): string {
    return this.observationIds.get(subject) ?? subject;
  }
}

async function* locatedLines(
  input: AsyncIterable<string>,
  file: string,
  problems: Problem[],
): AsyncGenerator<Located<JsonObject>> {
  let number = 0;
  for await (const text of linesOf(input)) {
    number += 1;
    const line = number === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (line.trim() !== '') yield* jsonObject(line, file, number, problems);
    if (problems.length >= mostProblems) return;
  }
}

/** Splits at line feeds only: a text may hold other characters that end lines elsewhere, such as U+2028. */
async function* linesOf(input: AsyncIterable<string>): AsyncGenerator<string> {
  let pending: string[] = [];
  let length = 0;
  for await (const text of input) {
    const [first = '', ...others] = text.split('\n');
    pending.push(first);
    length += first.length;
    if (others.length > 0) {
      yield pending.join('');
      const last = others.pop() ?? '';
      yield* others;
      [pending, length] = [[last], last.length];
    }
    if (length > longestLine) break;
  }
  if (length > 0) yield pending.join('');
}
