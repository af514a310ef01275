/** What a language model cost, and what was dropped of what it proposed. */
import { dropReasons } from '../reading/language-model/dropped.js';
import type { ModelRecord } from '../reading/language-model/proposals-by-model.js';
import { counted } from './report.js';

export function modelLines({ name, prompts, dropped, tokens }: ModelRecord): string[] {
  const took = tokens === undefined ? '' : `, ${tokens.prompt} + ${tokens.answer} tokens`;
  return [
    `By ${name}, ${counted(prompts.length, 'request')}${took}`,
    ...dropped.map(({ reason, count }) => `  dropped ${count}: ${reason}. ${dropReasons[reason]}`),
  ];
}
