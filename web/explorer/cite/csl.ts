/** Citations as CSL JSON, which Zotero, Pandoc and others read. */
import { dateOf, keyOf, placeOf, type CitedEvidence } from './source.ts';

/** A date of CSL JSON: parts where it is as simple, otherwise its text. */
type CslDate = { readonly 'date-parts': readonly (readonly number[])[]; readonly circa?: true } | { readonly literal: string };

export function cslOf(evidence: CitedEvidence, accessedOn: string): object {
  const { document, summary } = evidence;
  const date = dateOf(document);
  return {
    id: keyOf(evidence),
    type: document.url === null ? 'document' : 'webpage',
    title: document.name,
    publisher: document.publisher ?? undefined,
    'container-title': document.publisher ?? undefined,
    language: document.language ?? undefined,
    issued: date === undefined ? undefined : cslDate(date),
    URL: document.url ?? undefined,
    accessed: cslDate(accessedOn),
    locator: placeOf(evidence),
    note: summary,
  };
}

/** EDTF as far as CSL supports it: a year, month or day, one that is uncertain or approximate, and an interval of two. */
export function cslDate(edtf: string): CslDate {
  const ends = edtf.split('/').map((end) => /^(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?([?~%])?$/.exec(end));
  if (ends.length > 2 || !ends.every((end) => end !== null)) return { literal: edtf };
  const parts = ends.map((end) =>
    end
      .slice(1, 4)
      .filter((part) => part !== undefined)
      .map(Number),
  );
  return { 'date-parts': parts, ...(ends.some((end) => end[4] !== undefined) ? { circa: true } : {}) };
}
