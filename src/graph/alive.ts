import { query } from './query.js';

/** The smallest question that a graph can answer. */
export const alive = query<Record<string, never>, { alive: boolean }>('graph/alive');
