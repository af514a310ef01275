/** The thread that reads texts: it keeps the names of the graph, which is of the thread that started it. */
import { parentPort, workerData } from 'node:worker_threads';
import { GraphError } from '../../graph/errors.js';
import { sentError } from '../../graph/remote/messages.js';
import { RemoteGraph } from '../../graph/remote/remote-graph.js';
import { GraphNames } from '../graph-names.js';
import { readByModel, readByRules } from '../kept/new-reading.js';
import { LanguageModel } from '../language-model/asked-model.js';
import type { Lexicon } from '../mentions/lexicon.js';
import type { ModelSettings } from '../../settings/model-settings.js';
import type { Abandoned, Answer, ReadingTask, ThreadData } from './reading-thread.js';

const { port, engine } = workerData as ThreadData;
const remote = new RemoteGraph(port);
const names = new GraphNames({ engine, read: (statement) => remote.read(statement) });

const abandoned = new Set<number>();
let last: Promise<void> = Promise.resolve();

/** Ends what a model is asked about a text that nobody waits for. */
const asked = new Map<number, AbortController>();
let model: LanguageModel | undefined;

/** One text at a time, in the order in which they come. A model takes minutes to answer: other texts are read meanwhile. */
parentPort?.on('message', (task: ReadingTask | Abandoned) => {
  if ('abandoned' in task) abandon(task.abandoned);
  else if (task.model === undefined) last = last.then(() => read(task));
  else void askModel(task, task.model);
});

function abandon(id: number): void {
  const request = asked.get(id);
  if (request === undefined) abandoned.add(id);
  else request.abort(new GraphError('TIMEOUT', 'Nobody waits for the text.'));
}

async function askModel({ id, text }: ReadingTask, settings: ModelSettings): Promise<void> {
  const request = new AbortController();
  asked.set(id, request);
  model ??= new LanguageModel(settings);
  try {
    answer({ id, read: await readByModel(text, await namesInTurn(), model, request.signal) });
  } catch (error) {
    answer({ id, error: sentError(error) });
  } finally {
    asked.delete(id);
  }
}

/** After the texts before have been read: the names are updated by one at a time. */
function namesInTurn(): Promise<Lexicon> {
  const found = last.then(() => names.now());
  last = found.then(
    () => undefined,
    () => undefined,
  );
  return found;
}

async function read({ id, text }: ReadingTask): Promise<void> {
  try {
    const lexicon = await names.now();
    if (abandoned.delete(id)) return;
    answer({ id, began: true });
    answer({ id, read: readByRules(text, lexicon) });
  } catch (error) {
    answer({ id, error: sentError(error) });
  }
}

const answer = (message: Answer): void => parentPort?.postMessage(message);
