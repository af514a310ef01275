import { readFileSync } from 'node:fs';
import { root } from './root.js';

/** The version of this program, as package.json has it. */
export const programVersion = (JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { readonly version: string })
  .version;
