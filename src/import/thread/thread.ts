/** The thread of one import: it reads, checks and plans; the graph is of the thread that started it. */
import { parentPort, workerData } from 'node:worker_threads';
import { RemoteGraph } from '../../graph/remote/remote-graph.js';
import { sentError } from '../../graph/remote/messages.js';
import { importReceived } from '../received.js';
import type { Ended, Task } from './import-in-thread.js';

async function run({ port, received }: Task): Promise<Ended> {
  try {
    return { imported: await importReceived(new RemoteGraph(port), received) };
  } catch (error) {
    return { error: sentError(error) };
  }
}

parentPort?.postMessage(await run(workerData as Task));
