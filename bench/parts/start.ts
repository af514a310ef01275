/** `npm run bench -- start`: from the start of the process to its first answer, on a new folder, and the memory that it has by then. */
import type { Options } from '../options.js';
import { processorTime, residentMemory } from '../processes.js';
import { stopServer } from '../servers.js';
import { digits, median, table } from '../statistics.js';
import { startService } from './service.js';

const runs = 5;

export async function start(options: Options): Promise<void> {
  const starts: { readonly firstAnswer: number; readonly processor: number; readonly memory: number }[] = [];
  for (let run = 0; run < runs; run += 1) {
    const server = await startService(options);
    const { pid, firstAnswer } = server;
    starts.push({ firstAnswer, processor: processorTime(pid), memory: residentMemory(pid) });
    await stopServer(server);
  }
  const middle = (figure: keyof (typeof starts)[number]) => digits(median(starts.map((each) => each[figure])));
  const rows = [[middle('firstAnswer'), middle('processor'), middle('memory')]];
  console.log(table(['first answer, ms', 'processor, ms', 'resident memory, MB'], rows));
}
