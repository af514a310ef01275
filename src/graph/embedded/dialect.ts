/** Statements in the form in which this engine answers them fastest. */
import { forEmbedded } from '../stored/projection.js';

/**
 * A bare range, `node.announcedOnEarliest >= $day`, is planned as a scan of that property over all nodes of the graph, whatever their label: 20 ms for 22 documents beside a
 * million other nodes. In `coalesce` it is a test of the nodes that the statement has matched. WHERE drops false as it drops null, and what is under a NOT has `coalesce` anyway.
 * What is always true is tested all the same, for each row.
 */
export const inDialect = (text: string, isLarge: boolean): string =>
  forEmbedded(text, isLarge).replaceAll(range, 'coalesce($&, false)').replaceAll(idle, '');

const range = /\b\w+\.\w+ [<>]=? \$\w+/g;
const idle = / AND true\b| *\bWHERE true$/gm;
