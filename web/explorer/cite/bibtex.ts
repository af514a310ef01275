/** Citations as BibTeX, in fields that BibTeX and BibLaTeX know. */
import { dateOf, keyOf, placeOf, type CitedEvidence } from './source.ts';

export function bibtexOf(evidence: CitedEvidence, accessedOn: string): string {
  const { document, summary } = evidence;
  const [, year, month] = /^(\d{4})(?:-(0\d|1[0-2])(?:-\d\d)?)?$/.exec(dateOf(document) ?? '') ?? [];
  const fields: readonly (readonly [name: string, value: string | null | undefined])[] = [
    ['title', `{${escaped(document.name)}}`],
    ['howpublished', document.publisher === null ? null : escaped(document.publisher)],
    ['year', year],
    ['month', month === undefined ? undefined : String(Number(month))],
    ['date', year === undefined ? dateOf(document) : undefined],
    ['url', document.url === null ? null : addressOf(document.url)],
    ['urldate', accessedOn],
    ['language', document.language],
    ['note', escaped([placeOf(evidence), summary].filter((each) => each !== undefined).join(': '))],
  ];
  const lines = fields.flatMap(([name, value]) => (value == null ? [] : [`  ${name} = {${value}}`]));
  return `@misc{${keyOf(evidence)},\n${lines.join(',\n')}\n}\n`;
}

/** What TeX would take as a command. */
const commands: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\{`,
  '}': String.raw`\}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

const escaped = (text: string): string => text.replaceAll(/[\\{}~^$&#_%]/g, (sign) => commands[sign] ?? `\\${sign}`);

/** An address is as it is, but for braces, which would end the field. */
const addressOf = (url: string): string => url.replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll('\\', '%5C');
