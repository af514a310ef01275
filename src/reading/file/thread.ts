/** The thread that reads one file that is no PDF: a page can take seconds. */
import { parentPort, workerData } from 'node:worker_threads';
import { sentError } from '../../graph/remote/messages.js';
import { textOfDecoded } from './decoded-file.js';
import type { FileRead, FileToRead } from './file-text.js';

async function run(file: FileToRead): Promise<FileRead> {
  try {
    return await textOfDecoded(file);
  } catch (error) {
    return { error: sentError(error) };
  }
}

parentPort?.postMessage(await run(workerData as FileToRead));
