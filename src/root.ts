/** The folder of the program, with cypher/, data/, dist/ and web/. This file may be in src/ or in a file of dist/ itself: not deeper. */
export const root = new URL('../', import.meta.url);
