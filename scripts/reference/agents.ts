/** The tables of docs/agents.md, generated from the tools and prompts themselves. */
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { prompts } from '../../src/mcp/prompts.js';
import { toolsOf } from '../../src/mcp/server.js';
import { table } from './table.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

export function agentsPage(): string {
  const tools = toolsOf(buildSchema(read('schema.graphql')));
  const toolRows = tools.map(({ name, description, input }) => [`\`${name}\``, description, argumentsOf(input.shape)]);
  const promptRows = prompts.map(({ name, description, input }) => [`\`${name}\``, description, argumentsOf(input)]);
  const page = filled(read('docs/agents.md'), 'tools', table(['tool', 'what it does', 'arguments'], toolRows));
  return filled(page, 'prompts', table(['prompt', 'question', 'arguments'], promptRows));
}

const argumentsOf = (shape: Readonly<Record<string, unknown>>): string =>
  Object.keys(shape)
    .map((name) => `\`${name}\``)
    .join(', ');

/** The page with the text between two marks exchanged. */
const filled = (page: string, mark: string, text: string): string =>
  page.replace(
    new RegExp(`<!-- ${mark} -->[\\s\\S]*?<!-- /${mark} -->`),
    () => `<!-- ${mark} -->\n\n${text}\n\n<!-- /${mark} -->`,
  );
