/** The records of a YAML file: each entity, claim and observation is one. */
import { readClaims } from '../../changesets/claims.js';
import type { RequestedEntity } from '../../changesets/change-request.js';
import { readEntity } from '../../changesets/entities.js';
import { InvalidInput, type Located, type Problem, type Step } from '../../changesets/problem.js';
import { limits } from '../../limits.js';
import { noParts, type SourceRecord } from '../load/parts.js';
import { parseBoundedYaml, type YamlFile } from '../yaml.js';
import { linesOf, type InputFile } from './file.js';

/** Characters: YAML is understood as a whole, and takes thirty times its size in memory. */
const longestFile = limits.imports.yaml.value;

/** The records of a file, which is read whole. Throws an InvalidInput when it is not YAML, or too long. */
export async function* yamlRecords(file: InputFile): AsyncGenerator<SourceRecord[]> {
  const parsed = yamlOf(file.name, await textOf(file));
  if (Array.isArray(parsed.item)) yield parsed.item.map((item, index) => entityRecord(parsed, item, index));
  else if (parsed.item !== null) yield claimRecords(parsed);
}

async function textOf(file: InputFile): Promise<string> {
  const texts: string[] = [];
  let length = 0;
  for await (const lines of linesOf(file))
    for (const { text, number } of lines) {
      texts.push(text);
      length += text.length + 1;
      const message = `goes on after ${longestFile.toLocaleString('en')} characters, which is the most for YAML: write it as JSON Lines`;
      if (length > longestFile) throw new InvalidInput([{ file: file.name, line: number, column: 1, value: undefined, message }]);
    }
  return texts.join('\n');
}

function yamlOf(path: string, text: string): YamlFile {
  const problems: Problem[] = [];
  const nul = text.split('\n').findIndex((line) => line.includes('\0'));
  if (nul >= 0)
    problems.push({
      file: path,
      line: nul + 1,
      column: 1,
      value: undefined,
      message: 'holds a NUL character, which no text has: take it out',
    });
  const parsed = nul >= 0 ? undefined : parseBoundedYaml({ path, text }, problems);
  if (parsed === undefined) throw new InvalidInput(problems);
  return parsed;
}

function entityRecord(file: YamlFile, item: unknown, index: number): SourceRecord {
  const problems: Problem[] = [];
  const problem = (at: readonly Step[], message: string) => file.problem([index, ...at], message);
  const entity = { item: item as RequestedEntity, problem };
  const isRead = readEntity(entity, problems).length > 0;
  return { ...placed(problem), ...noParts, entities: isRead ? [entity] : [], raw: line('entity', item), problems, notes: [] };
}

function claimRecords(file: YamlFile): SourceRecord[] {
  const { document, claims, observations, ...others } = file.item as Readonly<Record<string, unknown>>;
  const own: Problem[] = Object.keys(others).map((key) =>
    file.problem([key], 'is an unknown key; allowed: document, claims, observations'),
  );
  const lists = { claims, observations };
  for (const [key, list] of Object.entries(lists))
    if (list !== undefined && !Array.isArray(list)) own.push(file.problem([key], 'must be a list'));
  if (own.length > 0) throw new InvalidInput(own);
  return Object.entries(lists).flatMap(([key, list]) =>
    ((list ?? []) as readonly unknown[]).map((item, index) => claimRecord(file, document, [key, index], item)),
  );
}

/** One claim or observation, read as a file that holds nothing else. */
function claimRecord(file: YamlFile, document: unknown, at: readonly [string, number], item: unknown): SourceRecord {
  const problems: Problem[] = [];
  const [key, index] = at;
  const problem = ([list, _, ...rest]: readonly Step[], message: string): Problem =>
    list === key ? file.problem([...at, ...rest], message) : file.problem(list === undefined ? at : [list], message);
  const whole = { ...(document === undefined ? {} : { document }), [key]: [item] };
  const read = readClaims({ item: whole, problem }, problems);
  const raw =
    key === 'claims' ? line('claim', withDocument(item, document)) : observationLines(withDocument(item, document), index);
  return { ...placed((rest) => file.problem([...at, ...rest], '')), ...noParts, ...read, raw, problems, notes: [] };
}

function placed(problem: Located<unknown>['problem']): Pick<SourceRecord, 'file' | 'line'> {
  const { file, line: number = 1 } = problem([], '');
  return { file, line: number };
}

const isMap = (item: unknown): item is Readonly<Record<string, unknown>> =>
  typeof item === 'object' && item !== null && !Array.isArray(item);

/** A `note` is for those who read the file. */
const line = (type: string, item: unknown): string => JSON.stringify(isMap(item) ? { type, ...item, note: undefined } : item);

/** Evidence that names its document itself, as a line must. */
function withDocument(item: unknown, document: unknown): unknown {
  if (!isMap(item) || !Array.isArray(item['evidence']) || document === undefined) return item;
  return { ...item, evidence: item['evidence'].map((each: unknown) => (isMap(each) ? { document, ...each } : each)) };
}

/** As lines an observation has no evidence of its own: the claim of its value has. */
function observationLines(item: unknown, index: number): string {
  if (!isMap(item)) return line('observation', item);
  const { evidence, attributedTo, ...observation } = item;
  const id = `observation:number-${index + 1}`;
  const predicate = item['value'] === undefined ? 'rank' : 'value';
  const claim = {
    subject: id,
    predicate,
    value: item[predicate],
    ...(attributedTo === undefined ? {} : { attributedTo }),
    evidence,
  };
  return `${line('observation', { id, ...observation })}\n${line('claim', claim)}`;
}
