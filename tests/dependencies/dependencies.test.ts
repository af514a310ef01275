/** What is said of dependencies: the bill of materials fits its schema, licences are of the list, vulnerabilities are explained. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { judge } from '../../scripts/audit.mjs';
import { shippedPackages } from '../../scripts/shipped.mjs';

const root = new URL('../../', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const schema = (name: string) =>
  read(`node_modules/@cyclonedx/cyclonedx-library/res/schema/${name}.SNAPSHOT.schema.json`) as object;

interface Package {
  readonly license?: string;
  readonly version: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly integrity?: string;
  readonly resolved?: string;
}
const { packages } = read('package-lock.json') as { packages: Record<string, Package> };
interface Allowed {
  readonly licences: readonly string[];
  readonly toolLicences: readonly string[];
  /** Of packages that have a file of a licence and do not name it. */
  readonly licenceFiles: Readonly<Record<string, string>>;
}
const { licences, toolLicences, licenceFiles } = read('scripts/dependencies.json') as Allowed;
const named = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, each]) => [path, { ...each, license: each.license ?? licenceFiles[path] }] as const);
const namesOf = (expression: string = 'none') => expression.replace(/[()]/g, '').split(/ (?:AND|OR) /);

/** A binary that a registry may lack; complete-lock.mjs adds it without a hash. */
const isOfPlatform = (name: string) => /[-/](android|darwin|freebsd|linux|openharmony|win32)-/.test(name);
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');

describe('dependencies', () => {
  it('have exact versions, of which the lock file has the hashes and no address of a registry', () => {
    const { dependencies, devDependencies } = read('package.json') as Record<string, Record<string, string>>;
    expect(
      Object.values({ ...dependencies, ...devDependencies }).filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
    ).toEqual([]);
    expect(named.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    const without = named.filter(([, { integrity }]) => integrity === undefined).map(([path]) => nameOf(path));
    expect(without.filter((name) => !isOfPlatform(name))).toEqual([]);
  });

  it('of production have licences of the list', () => {
    const shipped = shippedPackages();
    const inProduction = named.filter(([path, { version }]) => shipped.has(`${nameOf(path)}@${version}`));
    const wrong = inProduction.filter(([, { license }]) => !namesOf(license).every((each) => licences.includes(each)));
    expect(wrong.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
    expect(inProduction.length).toBeGreaterThan(100);
  });

  it('have the licence of pdf.js, which unpdf has in it, and of the character maps', async () => {
    const { version } = (await import('unpdf/pdfjs')) as { version: string };
    const texts = readFileSync(new URL('dist/licenses.md', root), 'utf8');
    const own = texts.split(`\n## pdf.js - ${version} (Apache-2.0)\n`);
    expect(own).toHaveLength(2);
    expect(own[1]).toContain('Apache License\n                           Version 2.0');
    expect(readFileSync(new URL('data/character-maps/LICENSE', root), 'utf8')).toContain('Adobe Systems');
  });

  it('of development have licences of the list, or are tools that nothing is made of', () => {
    const allowed = new Set([...licences, ...toolLicences]);
    const wrong = named.filter(([, { license }]) => !namesOf(license).every((each) => allowed.has(each)));
    expect(wrong.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  it('are listed by "npm run sbom" as CycloneDX requires, without the address of a registry', async () => {
    const script = fileURLToPath(new URL('scripts/sbom.mjs', root));
    const { stdout } = await promisify(execFile)(process.execPath, [script], { maxBuffer: 50_000_000 });
    const bom = JSON.parse(stdout) as {
      metadata: { component: { name: string } };
      components: { name: string; version: string }[];
    };
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    for (const part of ['spdx', 'jsf-0.82'])
      ajv.addSchema(schema(part), `http://cyclonedx.org/schema/${part}.SNAPSHOT.schema.json`);
    const validate = ajv.compile(schema('bom-1.5'));
    expect(validate(bom) ? [] : validate.errors).toEqual([]);
    expect(validate({ ...bom, specVersion: 5 })).toBe(false);
    expect(bom.metadata.component.name).toBe('policygraph');
    expect(bom.components).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'fastify', version: packages['node_modules/fastify']?.version })]),
    );
    expect(bom.components.map(({ name }) => name)).not.toContain('vitest');
    expect(stdout).not.toMatch(/registry\.|\/-\//);
  });

  describe('with vulnerabilities', () => {
    const advisory = (id: string, name: string) => ({
      name,
      severity: 'high',
      title: 'Bad',
      url: `https://github.com/advisories/${id}`,
    });
    const report = {
      vulnerabilities: {
        a: { via: [advisory('GHSA-1', 'a')] },
        b: { via: ['a', advisory('GHSA-2', 'b')] },
      },
    };
    const why = (advisory: string, name: string, until = '2027-01-01') => ({ advisory, package: name, why: 'Unused.', until });
    const ids = ({ unexplained, stale }: ReturnType<typeof judge>) => [
      unexplained.map(({ id }: { id: string }) => id),
      stale.map(({ advisory: id }: { advisory: string }) => id),
    ];

    it('that are not explained fail the audit', () => {
      expect(ids(judge(report, [], '2026-12-01'))).toEqual([['GHSA-1', 'GHSA-2'], []]);
      expect(ids(judge(report, [why('GHSA-1', 'a')], '2026-12-01'))).toEqual([['GHSA-2'], []]);
      expect(ids(judge(report, [why('GHSA-1', 'a'), why('GHSA-2', 'b')], '2026-12-01'))).toEqual([[], []]);
    });

    it('need an explanation of their own package, which has not expired and is still of use', () => {
      expect(ids(judge(report, [why('GHSA-1', 'b')], '2026-12-01'))).toEqual([['GHSA-1', 'GHSA-2'], ['GHSA-1']]);
      expect(ids(judge(report, [why('GHSA-1', 'a'), why('GHSA-2', 'b')], '2027-01-02'))).toEqual([
        ['GHSA-1', 'GHSA-2'],
        ['GHSA-1', 'GHSA-2'],
      ]);
      expect(ids(judge({}, [why('GHSA-1', 'a')], '2026-12-01'))).toEqual([[], ['GHSA-1']]);
    });
  });
});
