import { groupBy } from '../graph/group-by.js';
import { judgeSentences, type JudgedSentence } from '../import/judged-sentences.js';
import { counted, type Report } from './report.js';
import type { Sources } from './sources.js';

/** Reports for every sentence of the texts whether a claim rests on it, or why none does. Throws an InvalidInput or a GraphError. */
export async function unexplained(sources: Sources): Promise<Report> {
  const texts = sources.texts();
  const records = await sources.records();
  const { sentences, problems } = await judgeSentences(records, sources.uncovered(records), texts);
  const open = sentences.filter(({ verdict }) => verdict === 'UNEXPLAINED');
  const documents = groupBy(sentences, ({ document }) => document);
  return {
    lines: [
      ...[...documents].map(([document, group]) => `${document}: ${summary(group)}`),
      ...problems,
      ...open.map(({ document, start, end, text }) => `${document} ${start} ${end} ${Array.from(text).slice(0, 80).join('')}`),
      `All: ${summary(sentences)}`,
    ],
    ok: open.length === 0 && problems.length === 0,
  };
}

/** "12 sentences, 10 covered by claims, 2 explained (1 boilerplate, 1 opinion), 0 unexplained". */
function summary(sentences: readonly JudgedSentence[]): string {
  const {
    COVERED: covered = [],
    UNEXPLAINED: unexplained = [],
    ...explained
  } = Object.fromEntries(groupBy(sentences, ({ verdict }) => verdict));
  const reasons = Object.entries(explained)
    .map(([reason, group]) => `${group.length} ${reason.toLowerCase()}`)
    .join(', ');
  const total = sentences.length - covered.length - unexplained.length;
  return `${counted(sentences.length, 'sentence')}, ${covered.length} covered by claims, ${total} explained${reasons === '' ? '' : ` (${reasons})`}, ${unexplained.length} unexplained`;
}
