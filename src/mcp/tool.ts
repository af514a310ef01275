import { z } from 'zod';
import type { Api } from './api.js';
import { only } from './arguments.js';
import { problems } from './shapes.js';

interface Described<I extends z.ZodRawShape, O extends z.ZodRawShape> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: I;
  readonly output: O;
  readonly run: (given: z.output<z.ZodObject<I>>, api: Api) => Promise<object>;
}

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** Takes what its input allows. Throws a GraphError. */
  readonly run: (given: never, api: Api) => Promise<object>;
}

/** A tool, which takes the arguments of its input and no others. */
export const tool = <I extends z.ZodRawShape, O extends z.ZodRawShape>(described: Described<I, O>): Tool => ({
  ...described,
  input: only(described.name, described.input),
  output: z.object({ ...described.output, problems }),
});
