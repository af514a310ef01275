/**
 * What does the service do when Neo4j fails? `npm run test:faults` starts an empty Neo4j and takes some minutes.
 * `-- --replies N` loses another number of replies to COMMIT than 1,000, `-- --requests N` hangs another number of requests than 200.
 */
import { parseArgs } from 'node:util';
import { Neo4jGraph } from '../../src/graph/neo4j/neo4j-graph.js';
import { neo4jSettings } from '../../tests/support/engines.js';
import { saveResult } from '../result.js';
import { hungConnections } from './hung-connections.js';
import { lostCommits } from './lost-commits.js';

const { values } = parseArgs({
  options: { replies: { type: 'string', default: '1000' }, requests: { type: 'string', default: '200' } },
});
const [replies, requests] = [Number(values.replies), Number(values.requests)];
const command = 'npm run test:faults';

const prepared = await Neo4jGraph.open(neo4jSettings);
await prepared.prepare();
await prepared.close();

const hung = await hungConnections(neo4jSettings, { requests, deadline: 2_000 });
console.log(JSON.stringify(hung, undefined, 2));
const slowest = Math.max(...hung.map(({ firstAnswer }) => firstAnswer));
saveResult('hung-connections', { measured: `${slowest} ms`, met: slowest <= 1_000, command, details: { requests, hung } });

const commits = await lostCommits(neo4jSettings, replies);
console.log(JSON.stringify(commits, undefined, 2));
saveResult('lost-commits', { measured: String(commits.wrong), met: commits.wrong === 0, command, details: { ...commits } });
process.exitCode = slowest <= 1_000 && commits.wrong === 0 ? 0 : 1;
