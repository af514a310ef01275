/** The thread that reads texts: it keeps the names of the graph, which is of the thread that started it. */
import { parentPort, workerData } from 'node:worker_threads';
import { sentError } from '../../graph/remote/messages.js';
import { RemoteGraph } from '../../graph/remote/remote-graph.js';
import { GraphNames } from '../graph-names.js';
import { readByRules } from '../kept/new-reading.js';
import type { Abandoned, Answer, ReadingTask, ThreadData } from './reading-thread.js';

const { port, engine } = workerData as ThreadData;
const remote = new RemoteGraph(port);
const names = new GraphNames({ engine, read: (statement) => remote.read(statement) });

const abandoned = new Set<number>();
let last = Promise.resolve();

/** One text at a time, in the order in which they come. */
parentPort?.on('message', (task: ReadingTask | Abandoned) => {
  if ('abandoned' in task) abandoned.add(task.abandoned);
  else last = last.then(() => read(task));
});

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
