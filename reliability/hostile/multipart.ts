import type { HttpRequest } from './case.js';

/** A part of a form: its name, the name of its file, and what it holds. */
export type FormPart = readonly [name: string, file: string | undefined, content: string | Uint8Array];

/** A form as it is sent. Written here because some forms must be wrong. */
export function multipart(parts: readonly FormPart[], end = '--'): HttpRequest {
  const boundary = '----hostile';
  const pieces = parts.flatMap(([name, file, content]) => [
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"`}\r\n\r\n`,
    content,
    '\r\n',
  ]);
  const body = Buffer.concat([...pieces, `--${boundary}${end}\r\n`].map((piece) => Buffer.from(piece)));
  return { method: 'POST', headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, body };
}
