/** Lists in one cell, for formats without lists; members can be separated again. */
import type { EntityRecord } from '../graph/stored/record-types.js';

/** Members separated by " | "; a "|" or backslash inside a member is escaped with a backslash. */
export const list = (members: readonly string[]): string | undefined =>
  members.length === 0 ? undefined : members.map((member) => member.replaceAll(/[\\|]/g, String.raw`\$&`)).join(' | ');

/** `scheme:value` of each; the first colon parts them, and one in a scheme is percent-encoded, as in RDF. */
export const codeList = (codes: EntityRecord['codes']): string | undefined =>
  list(codes.map(({ scheme, value }) => `${scheme.replaceAll('%', '%25').replaceAll(':', '%3A')}:${value}`));
