/** Ordinary use before an attack, so that memory which any use takes is not counted: the examples of the playground, a change and an import, as dry runs. */
import { readFileSync, readdirSync } from 'node:fs';
import { query, type Request } from './case.js';
import { multipart } from './multipart.js';
import { send, type Target } from './send.js';

const folder = new URL('../../web/playground/examples/', import.meta.url);
const rounds = 5;
const person = '{ id: "person:x", names: [{ value: "X", lang: "en" }] }';
const change = `mutation { applyChangeset(dryRun: true, input: { reason: "Warm up.", entities: [${person}] }) { outcome } }`;
const line = '{"type":"entity","id":"person:x","names":[{"value":"X","lang":"en"}]}\n';
const writes: readonly Request[] = [
  query(change, undefined, 'editor')(),
  { ...multipart([['file', 'a.jsonl', line]]), path: '/import', search: '?dryRun=true', as: 'editor' },
  { messages: ['{"type":"connection_init"}', '{'] },
];

export async function warmUp(target: Target): Promise<void> {
  const examples = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  const headers = { 'content-type': 'application/json' };
  for (let round = 0; round < rounds; round++) {
    for (const request of writes) await send(request, target);
    for (const file of examples) {
      const body = JSON.stringify({ query: `${readFileSync(new URL(file, folder), 'utf8')} # ${round}` });
      await send({ method: 'POST', headers, body }, target);
    }
  }
}
