/** A reviewer's marks of claims: `audit-marks.yaml`, next to the data. */
import { parseYaml } from '../import/yaml.js';
import { auditMarksFile } from '../import/files.js';
import { InvalidInput, type Located, type Problem } from '../changesets/problem.js';
import { compile, fits } from '../changesets/validator.js';

export const markKinds = {
  RIGHT: 'The passage says what the claim says.',
  OVER_PRECISE: 'The claim says more, or is more exact, than the passage.',
  WRONG: 'The passage does not say so.',
  MISPLACED: 'The passage says so, but of another entity, or under another predicate or field.',
} as const;

export type MarkKind = keyof typeof markKinds;

/** "over-precise". */
export const markName = (kind: MarkKind): string => kind.toLowerCase().replaceAll('_', '-');

export interface Mark {
  readonly claim: string;
  readonly mark: MarkKind;
  /** The day of the reading. */
  readonly on: string;
  readonly comment?: string;
}

const validate = compile({
  type: 'array',
  items: {
    type: 'object',
    properties: {
      claim: { type: 'string', format: 'id' },
      mark: { enum: Object.keys(markKinds) },
      on: { type: 'string', format: 'edtf' },
      comment: { type: 'string', minLength: 1 },
    },
    required: ['claim', 'mark', 'on'],
    additionalProperties: false,
  },
});

/** Reads the text of a marks file. Throws an InvalidInput that lists everything wrong with it. */
export function parseMarks(path: string, text: string): Located<Mark>[] {
  const problems: Problem[] = [];
  const file = parseYaml({ path, text }, problems);
  const isEmpty = file?.item === null; // a file of comments alone
  const entries = file !== undefined && !isEmpty && fits(validate, file, [], file.item, problems) ? (file.item as Mark[]) : [];
  const marks = entries.map((item, index): Located<Mark> => ({
    item,
    problem: (at, message) => (file as NonNullable<typeof file>).problem([index, ...at], message),
  }));
  problems.push(...repeated(marks));
  if (problems.length > 0) throw new InvalidInput(problems);
  return marks;
}

function repeated(marks: readonly Located<Mark>[]): Problem[] {
  const seen = new Set<string>();
  return marks.flatMap(({ item, problem }) => {
    if (seen.has(item.claim)) return [problem(['claim'], 'has a mark already: keep one of the two')];
    seen.add(item.claim);
    return [];
  });
}

/** The text of a marks file, one mark a line. JSON's quoted strings are YAML's too. */
export function formatMarks(marks: readonly Mark[]): string {
  return `${head}${marks.map(formatMark).join('')}`;
}

function formatMark({ claim, mark, on, comment }: Mark): string {
  const last = comment === undefined ? '' : `, comment: ${JSON.stringify(comment)}`;
  return `- { claim: ${claim}, mark: ${mark}, on: "${on}"${last} }\n`;
}

const head = `# ${auditMarksFile}: a reviewer's marks of claims (docs/review-claims.md).\n`;
