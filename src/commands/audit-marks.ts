import { formatMarks, type Mark } from '../audit/marks.js';
import { mergedClaims } from '../changesets/claims.js';
import { readMarks, staleSentence, writeText } from './audit.js';
import { counted, type Report } from './report.js';
import type { Sources } from './sources.js';

interface MarksOptions {
  /** The marks file. */
  readonly path: string;
  /** A file of marks that replace those of the same claims; one of a claim that does not exist is left out. */
  readonly from?: string | undefined;
  /** Takes marks of claims that do not exist out of the marks file. */
  readonly dropStale: boolean;
}

/** Brings the marks file up to date, in the order of the claims. Throws an InvalidInput, a SettingsError or a GraphError. */
export async function updateMarks(sources: Sources, { path, from, dropStale }: MarksOptions): Promise<Report> {
  const current = readMarks(path, false);
  const taken = from === undefined ? [] : readMarks(from, true);
  const order = new Map(mergedClaims((await sources.records()).claims).map(({ id }, index) => [id, index]));
  const unknown = taken.filter(({ item }) => !order.has(item.claim));
  const known = taken.filter(({ item }) => order.has(item.claim));
  const kept = current.filter(({ item }) => !dropStale || order.has(item.claim));
  const marks = new Map([...kept, ...known].map(({ item }) => [item.claim, item]));
  const placeOf = ({ claim }: Mark) => order.get(claim) ?? order.size;
  await writeText(path, formatMarks([...marks.values()].toSorted((a, b) => placeOf(a) - placeOf(b))));
  return {
    lines: [
      ...unknown.map(staleSentence),
      `${counted(known.length, 'mark')} saved, ${current.length - kept.length} dropped, ${counted(marks.size, 'mark')} in ${path}`,
    ],
    ok: unknown.length === 0,
  };
}
