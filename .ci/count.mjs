// Adds up the tests of several reports, and the steps that failed, and a report that is missing; prints the sum on a line of its own and exits with 1 when anything failed.
import { readFileSync } from 'node:fs';

const [steps, expected, ...files] = process.argv.slice(2);
const reports = files.map((file) => JSON.parse(readFileSync(file, 'utf8')));
const sum = (key) => reports.reduce((total, report) => total + report[key], 0);
const failed = sum('numFailedTests') + Number(steps) + (reports.length === Number(expected) ? 0 : 1);
console.log(`\n${sum('numPassedTests')} passed, ${failed} failed`);
process.exit(failed === 0 && sum('numPassedTests') > 0 ? 0 : 1);
