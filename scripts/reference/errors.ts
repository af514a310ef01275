/** docs/errors.md, generated from the table of error codes. */
import { errorCodes } from '../../src/error-codes.js';
import { table } from './table.js';

export function errorsPage(): string {
  const rows = Object.entries(errorCodes).map(([code, { status, meaning }]) => [`\`${code}\``, String(status), meaning]);
  return [
    '# Errors',
    'Every error has a message that says what is wrong, where, and what would be right, and a code in `extensions.code`. Messages may change between versions; codes do not.',
    '```json\n{ "errors": [{ "message": "…", "path": ["program"], "extensions": { "code": "BAD_USER_INPUT" } }] }\n```',
    'The HTTP status applies when the response has no data; a response with data is 200, also when some of its fields failed. Unexpected errors are logged with an id, and clients see only the id.',
    table(['code', 'HTTP status', 'meaning'], rows),
    'Generated from `src/error-codes.ts` by `UPDATE_DOCS=1 npx vitest run tests/docs`.',
    '',
  ].join('\n\n');
}
