import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { modelMarkdown } from '../../scripts/model-markdown.js';

const page = new URL('../../docs/model.md', import.meta.url);

it('docs/model.md says what the model says (UPDATE_DOCS=1 writes it)', () => {
  if (process.env['UPDATE_DOCS'] !== undefined) writeFileSync(page, modelMarkdown());
  expect(readFileSync(page, 'utf8')).toBe(modelMarkdown());
});
