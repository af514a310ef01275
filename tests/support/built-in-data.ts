/** The data set that the built-in files make: read once by each worker. */
import { builtInFolder } from '../../src/import/built-in.js';
import { readDataset } from '../../src/import/dataset.js';
import { importFiles } from '../../src/import/files.js';

export const builtInData = readDataset(importFiles(builtInFolder));
