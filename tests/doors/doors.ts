/** The ways in, each as a function that gives what it refuses with; undefined where it accepts. All are dry runs. */
import { stringify } from 'yaml';
import type { Graph } from '../../src/graph/port.js';
import { importReceived } from '../../src/import/received.js';
import { imported } from '../import/importing.js';
import { answerOf, serve, type Answer } from '../support/service.js';

/** An entity as files write it, or a line of JSON Lines of another type. */
export type Entity = Readonly<Record<string, unknown>>;
type Door = (items: readonly Entity[], reason?: string) => Promise<string | undefined>;

export interface Doors extends Readonly<
  Record<'applyChangeset' | 'draftChangeset' | 'JSON Lines' | 'YAML' | 'POST /import', Door>
> {
  /** Asks the service as an editor. */
  readonly ask: (query: string, variables?: object) => Promise<Answer>;
  readonly url: string;
  readonly graph: Graph;
  readonly close: () => Promise<void>;
}

const key = { authorization: 'Bearer editor' };

export async function doorsOf(empty: () => Promise<Graph>): Promise<Doors> {
  const graph = await empty();
  const service = await serve(graph, { authenticate: async () => ({ id: 'key:e', role: 'ADMIN' }), importer: importReceived });
  const ask: Doors['ask'] = (query, variables) => service.ask(query, variables, key);
  const change =
    (name: string, dryRun: string): Door =>
    async (items, reason = 'A test') => {
      const answer = await ask(`mutation ($i: ChangesetInput!) { ${name}(input: $i${dryRun}) { outcome } }`, {
        i: { reason, ...inputOf(items) },
      });
      return refusal(answer);
    };
  return {
    graph,
    ask,
    url: service.url,
    applyChangeset: change('applyChangeset', ', dryRun: true'),
    draftChangeset: change('draftChangeset', ''),
    'JSON Lines': (items) => ofFile(graph, 'in.jsonl', linesOf(items)),
    YAML: (items) => ofFile(graph, 'in.yaml', stringify(items)),
    'POST /import': async (items) => {
      const body = new FormData();
      body.append('file', new Blob([linesOf(items)]), 'in.jsonl');
      return refusal(await answerOf(await fetch(`${service.url}/import?dryRun=true`, { method: 'POST', body, headers: key })));
    },
    close: async () => {
      await service.close();
      await graph.close();
    },
  };
}

const linesOf = (items: readonly Entity[]): string => items.map((item) => JSON.stringify({ type: 'entity', ...item })).join('\n');

/** The same as GraphQL takes it: properties by their names, and claims in a list of their own. */
function inputOf(items: readonly Entity[]): object {
  const entities = items
    .filter(({ type }) => type !== 'claim')
    .map(({ id, names, description, codes, identifiers, ...own }) => {
      const properties = Object.entries(own).map(([name, value]) => ({ name, value: String(value) }));
      return { id, names, description, codes, identifiers, properties };
    });
  return { entities, claims: items.filter(({ type }) => type === 'claim').map(({ type: _, ...claim }) => claim) };
}

async function ofFile(graph: Graph, name: string, content: string): Promise<string | undefined> {
  try {
    const { problems, written } = await imported(graph, { name, content, dryRun: true });
    return written === undefined ? problems.lines().join('\n') : undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function refusal({ json: { errors } }: Answer): string | undefined {
  if (errors === undefined) return undefined;
  const problems = (extensions: Readonly<Record<string, unknown>>) => (extensions['problems'] ?? []) as readonly unknown[];
  return errors
    .flatMap(({ message, extensions }) => [message, ...problems(extensions).filter((each) => typeof each === 'string')])
    .join('\n');
}
