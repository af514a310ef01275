/** `npm run test:imports`: every case at full size; clients leave after a while. A number makes all of them smaller. */
import { saveResult } from '../result.js';
import { aim, measureImports, type Measured } from './imports.js';

const [scale = '1'] = process.argv.slice(2);

const ms = (value: number) => value.toFixed(0);
const line = ({ name, outcome, processor, clock, health, seconds, free, memory, message }: Measured) =>
  `${name}: ${outcome} after ${seconds.toFixed(1)} s; longest turn ${ms(processor)} ms of processor, ${ms(clock)} by the clock; health ${ms(health)} ms; free after ${ms(free)} ms; ${ms(memory)} MB; ${message}`;

const all = await measureImports({ scale: Number(scale), patience: 20, rounds: 5, report: (each) => console.log(line(each)) });
const most = (figure: 'processor' | 'clock' | 'health' | 'free') => Math.max(...all.map((each) => each[figure]));
const wrong = all.filter(({ outcome }) => outcome !== 'left' && ![200, 400, 413].includes(outcome));
for (const { name, outcome } of wrong) console.log(`Not refused as it should be: ${name}: ${outcome}`);
const [processor, clock] = [most('processor'), most('clock')];
if (scale === '1')
  saveResult('imports', {
    measured: `${ms(processor)} ms of processor time, ${ms(clock)} ms by the clock`,
    met: processor <= aim && clock <= aim && wrong.length === 0,
    command: 'npm run test:imports',
    details: {
      cases: all.length,
      clientsThatLeft: all.filter(({ outcome }) => outcome === 'left').length,
      freeAfterMs: Math.round(most('free')),
      slowestHealthMs: Math.round(most('health')),
      stalls: Object.fromEntries(all.map((each) => [each.name, [Math.round(each.processor), Math.round(each.clock)]])),
    },
  });
process.exit(wrong.length > 0 ? 1 : 0);
