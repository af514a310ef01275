/** A process that writes one part of a graph: `part.ts FOLDER RELATIONS PART PARTS`. Prints how much of each kind it wrote. */
import { writePart } from './write.js';

const [folder = '', ...numbers] = process.argv.slice(2);
const [relations = 0, part = 0, parts = 1] = numbers.map(Number);
console.log(JSON.stringify(writePart(folder, relations, part, parts)));
