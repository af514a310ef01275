import type { Entry } from '../changesets/report.js';
import type { Outcome } from '../import/load/load-files.js';
import { reasonsOf } from '../import/load/rejects.js';
import type { Counter } from '../import/load/totals.js';
import { counted, type Report } from './report.js';

interface Circumstances {
  readonly dryRun: boolean;
  readonly seconds: number;
  readonly rejects: string | undefined;
  /** Names that a person is to decide, and where. */
  readonly decisions: { readonly undecided: number; readonly path: string };
}

/** What an import did, or would do, and what is wrong with its files. */
export function importReport({ rows, rejected, problems, notes, written }: Outcome, circumstances: Circumstances): Report {
  const { dryRun, seconds, rejects, decisions } = circumstances;
  const wrong = problems.lines();
  const leftOut =
    notes.total === 0
      ? []
      : [...notes.lines(), `${counted(notes.total, 'value')} not understood and left out, as the mapping says`];
  const open = decisions.undecided === 0 ? [] : [`${counted(decisions.undecided, 'name')} to decide in ${decisions.path}`];
  const took = `in ${seconds.toFixed(1)} s`;
  if (written === undefined) {
    const refusal = `${counted(rows, 'row')} read, ${rejected.toLocaleString('en')} of them wrong (${counted(problems.total, 'problem')}), nothing written, ${took}`;
    return { lines: [...wrong, ...leftOut, ...open, refusal], ok: false };
  }
  const put =
    rejected > 0 && rejects !== undefined ? [`rejected rows are in ${rejects}, the reasons in ${reasonsOf(rejects)}`] : [];
  const changes = dryRun ? written.first.flatMap(changeLines) : [];
  return {
    lines: [
      ...wrong,
      ...leftOut,
      ...changes,
      ...put,
      ...open,
      `${counted(rows, 'row')} read, ${took}: ${summary(written, rejected, dryRun)}`,
    ],
    ok: true,
  };
}

function summary(written: Counter, rejected: number, dryRun: boolean): string {
  const { batches, repeated, unchanged, kinds } = written;
  const total = rejected === 0 ? '' : `, ${rejected.toLocaleString('en')} rejected`;
  const before =
    repeated === 0
      ? ''
      : `, ${repeated.toLocaleString('en')} of ${counted(batches, 'batch', 'batches')} written by an earlier run`;
  if (kinds.size === 0) return `nothing ${dryRun ? 'would change' : 'changed'}: the graph has it all${before}${total}`;
  const of = (kind: Entry['kind'], one: string, many?: string) =>
    kinds.has(kind) ? [counted(written.count(kind), one, many)] : [];
  const changes = [
    ...of('ENTITY_CREATED', 'entity created', 'entities created'),
    ...of('ENTITY_UPDATED', 'entity updated', 'entities updated'),
    ...of('REDIRECT_RECORDED', 'redirect'),
    ...of('CLAIM_ASSERTED', 'claim'),
    ...of('OBSERVATION_RECORDED', 'observation'),
    ...of('RELATION_ADDED', 'relation'),
    ...of('RELATION_REMOVED', 'relation replaced', 'relations replaced'),
    `${unchanged.toLocaleString('en')} unchanged`,
  ];
  return `${dryRun ? 'would be written, and is not: ' : ''}${changes.join(', ')}${total}${before}`;
}

/** A change as lines of a diff. */
function changeLines({ kind, id, type, from, to, fields = [] }: Entry): string[] {
  const sign = kind.endsWith('UPDATED') ? '~' : kind.endsWith('REMOVED') || kind.endsWith('RETRACTED') ? '-' : '+';
  const what =
    from === undefined
      ? `${id}${type === '' ? '' : ` (${type})`}${to === undefined ? '' : ` -> ${to}`}`
      : `${from} ${type}${to === undefined ? '' : ` ${to}`}`;
  const diff = fields.flatMap(({ name, before, after }) => [
    ...(before === undefined ? [] : [`    - ${name}: ${before}`]),
    ...(after === undefined ? [] : [`    + ${name}: ${after}`]),
  ]);
  const noun = kind.split('_')[0]?.toLowerCase() ?? '';
  return [`${sign} ${noun} ${what}`, ...diff];
}
