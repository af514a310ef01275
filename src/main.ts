/** The service. Arguments are those of `policygraph start`; without any, the command line is not loaded. */
import { argv, env } from 'node:process';

const [first, ...others] = argv.slice(2);

if (first === undefined) await (await import('./start/service.js')).runService(env);
else await (await import('./command-line.js')).runCommand(first === '--version' ? [first] : ['start', first, ...others]);
