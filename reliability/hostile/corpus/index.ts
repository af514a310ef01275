/** All hostile requests by their kind. */
import type { Hostile } from '../case.js';
import { accounts } from './accounts.js';
import { args } from './arguments.js';
import { bodies } from './bodies.js';
import { connections } from './connections.js';
import { documents } from './documents.js';
import { files } from './files.js';
import { headers } from './headers.js';
import { ids } from './ids.js';
import { imports } from './imports.js';
import { inert } from './inert.js';
import { mutations } from './mutations.js';
import { prices } from './prices.js';
import { sockets } from './sockets.js';
import { streams } from './streams.js';
import { urls } from './urls.js';
import { variables } from './variables.js';

export const corpus: Readonly<Record<string, readonly Hostile[]>> = {
  documents,
  variables,
  args,
  ids,
  prices,
  inert,
  bodies,
  urls,
  headers,
  files,
  connections,
  accounts,
  mutations,
  imports,
  sockets,
  streams,
};
