// Known vulnerabilities of production dependencies: fails on those that scripts/dependencies.json does not explain.
// An explanation is {"advisory": "GHSA-…", "package": "…", "why": "…", "until": "2027-01-31"}; after that day it no longer counts.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { shippedPackages } from './shipped.mjs';

/** Advisories of a report of `npm audit --json`, each once with the packages that it is of. */
function advisoriesOf({ vulnerabilities = {} }) {
  const found = new Map();
  for (const { via } of Object.values(vulnerabilities))
    for (const advisory of via) {
      if (typeof advisory === 'string') continue; // another package of the report, through which this one is affected
      const id = advisory.url.split('/').at(-1);
      found.set(`${id} ${advisory.name}`, { id, package: advisory.name, severity: advisory.severity, title: advisory.title });
    }
  return [...found.values()];
}

/** Those of a report that are not explained on a day, and explanations that have expired or are of nothing. */
export function judge(report, explained, today) {
  const advisories = advisoriesOf(report);
  const isOf = (advisory) => (each) => each.advisory === advisory.id && each.package === advisory.package;
  const current = explained.filter(({ until }) => until >= today);
  return {
    unexplained: advisories.filter((advisory) => !current.some(isOf(advisory))),
    stale: explained.filter((each) => !current.includes(each) || !advisories.some((advisory) => isOf(advisory)(each))),
  };
}

function main() {
  const { advisories } = JSON.parse(readFileSync(new URL('dependencies.json', import.meta.url), 'utf8'));
  const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8' });
  const report = JSON.parse(stdout || '{}');
  if (report.auditReportVersion === undefined) {
    console.log(`The registry has no audit report (${report.message ?? 'no answer'}): nothing is known of vulnerabilities.`);
    return;
  }
  const names = new Set([...shippedPackages()].map((each) => each.replace(/@[^@]*$/, '')));
  report.vulnerabilities = Object.fromEntries(Object.entries(report.vulnerabilities ?? {}).filter(([name]) => names.has(name)));
  const { unexplained, stale } = judge(report, advisories, new Date().toISOString().slice(0, 10));
  for (const { id, package: name, severity, title } of unexplained) console.error(`${name}: ${title} (${severity}, ${id})`);
  for (const { advisory, package: name } of stale)
    console.error(`${name}: the explanation of ${advisory} has expired or is of nothing`);
  if (unexplained.length + stale.length > 0) process.exitCode = 1;
  else console.log('No production dependency has a vulnerability that is not explained.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
