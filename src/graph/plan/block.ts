/** Blocks of Cypher that make up one statement: each answers a question for each row of the block around it. */
import { cypher, type CypherText, type Parameters, type Statement } from '../query.js';

/** What `compose` puts into the text of a block: the blocks inside it, what is read of each item, and the name of its answer. */
export type BlockSlot = 'inside' | 'item' | 'name';

export interface Block {
  /** The text of its file, which begins at a node or relationship called `origin`. */
  readonly text: (slots: Readonly<Record<BlockSlot, CypherText>>) => CypherText;
  readonly parameters: Parameters;
  /** What is read of each item: Cypher expressions by name. */
  readonly item: Readonly<Record<string, CypherText>>;
  readonly inside: readonly Inside[];
}

/** A block that begins at a variable of the block around it. Its answer is read with each item, as `as`. */
export interface Inside {
  readonly at: CypherText;
  readonly as: string;
  readonly block: Block;
}

type Composed = Pick<Statement<never>, 'text' | 'parameters'>;

/** One statement of blocks that do not depend on each other. Its one row has the answer of each, by its place among them. */
export function compose(blocks: readonly Block[]): Statement<Readonly<Record<string, unknown>>> {
  const parts = blocks.map((block, index) => composed(block, answerName(index), `_${index}`));
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return { name: 'plan', ...only };
  return {
    name: 'plan',
    text: `${parts.map(({ text }) => `CALL () {\n${text}\n}`).join('\n')}\nRETURN ${parts.map((_, index) => answerName(index)).join(', ')}`,
    parameters: Object.assign({}, ...parts.map(({ parameters }) => parameters)) as Parameters,
  };
}

/** The column of the answer of a block. */
export const answerName = (index: number): string => `answer_${index}`;

/** `path` is where a block is among those around it, so that no two share a parameter or the name of an answer. */
function composed({ text, parameters, item, inside }: Block, name: string, path: string): Composed {
  const calls = inside.map(({ at, block }, index) => called(at, block, `${path}_${index}`));
  const answers = inside.map(({ as }, index) => `${as}: answer${path}_${index}`);
  const read = [...Object.entries(item).map(([key, value]) => `${key}: ${value}`), ...answers];
  const own = text({ inside: cypher`{{inside}}`, item: `{${read.join(', ')}}` as CypherText, name: name as CypherText });
  return {
    text: ownParameters(own, parameters, path).replace('{{inside}}', () => calls.map((call) => call.text).join('\n')),
    parameters: Object.assign(
      Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key + path, value])),
      ...calls.map((call) => call.parameters),
    ) as Parameters,
  };
}

/** Plans that are kept keep their blocks, each of which is in one place of them. */
const subqueries = new WeakMap<Block, { readonly path: string; readonly composed: Composed }>();

function called(at: CypherText, block: Block, path: string): Composed {
  const made = subqueries.get(block);
  if (made?.path === path) return made.composed;
  const subquery = subqueryOf(at, block, path);
  subqueries.set(block, { path, composed: subquery });
  return subquery;
}

/** A subquery sees only where it begins: its other variables may have the names of those around it. */
function subqueryOf(at: CypherText, block: Block, path: string): Composed {
  const { text, parameters } = composed(block, `answer${path}`, path);
  return { text: `WITH *, ${at} AS at${path}\nCALL (at${path}) {\nWITH at${path} AS origin\n${text}\n}`, parameters };
}

function ownParameters(text: string, parameters: Parameters, path: string): string {
  return text.replaceAll(/\$(\w+)/g, (written, name: string) => (Object.hasOwn(parameters, name) ? written + path : written));
}
