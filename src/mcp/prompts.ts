import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

interface Prompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Readonly<Record<string, z.ZodString | z.ZodOptional<z.ZodString>>>;
  readonly text: (given: Readonly<Record<string, string | undefined>>) => string;
}

const cite = 'Cite each fact: the outlet, the document, its date and the link. Say what no source answers.';

/** The questions that are asked most. */
export const prompts: readonly Prompt[] = [
  {
    name: 'who-says-so',
    title: 'Who says so?',
    description: 'What the graph holds about something, and who says it.',
    input: { entity: z.string().describe('A name, such as "Used-car export pilot".') },
    text: ({ entity }) =>
      `Find ${quoted(entity)} with the tool "find", read it with "entity", and say what is known of it and according to whom. ${cite}`,
  },
  {
    name: 'is-it-covered',
    title: 'Is this place covered?',
    description: 'Whether a policy or program covers a place, and through what.',
    input: {
      place: z.string().describe('A region, such as "Guangzhou".'),
      by: z.string().describe('A policy or program, such as "Used-car export pilot".'),
      on: z.string().optional().describe('A day, such as 2019-06-01; today by default.'),
    },
    text: ({ place, by, on }) =>
      `Ask the tool "coverage" whether ${quoted(by)} covers ${quoted(place)}${on === undefined ? '' : `, with asOf ${quoted(on)}`}. Say what its status means, through which region, and as of when the sources speak. ${cite}`,
  },
  {
    name: 'how-connected',
    title: 'How are they connected?',
    description: 'The shortest ways between two entities.',
    input: { from: z.string(), to: z.string() },
    text: ({ from, to }) =>
      `Ask the tool "connections" how ${quoted(from)} and ${quoted(to)} are connected; pass larger "maxHops" when there is no path. Tell the path as a chain of sentences. ${cite}`,
  },
  {
    name: 'what-happened',
    title: 'What happened, in order?',
    description: 'The timeline of an entity.',
    input: { entity: z.string() },
    text: ({ entity }) =>
      `Read the tool "timeline" of ${quoted(entity)} to its last page, and tell it in order, with the dates as precise as their sources. ${cite}`,
  },
];

export function addPrompts(server: McpServer): void {
  for (const { name, title, description, input, text } of prompts)
    server.registerPrompt(name, { title, description, argsSchema: z.object(input) }, (given) => ({
      messages: [{ role: 'user' as const, content: { type: 'text' as const, text: text(given) } }],
    }));
}

const quoted = (text: string | undefined): string => JSON.stringify(text ?? '');
