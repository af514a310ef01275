#!/usr/bin/env node
/** The command line, for those who maintain the data. */
import { runCommand } from './command-line.js';

await runCommand(process.argv.slice(2));
