/** Manifests, alerts and settings that the documentation names must exist, and be valid. */
import { readdirSync, readFileSync } from 'node:fs';
import { Deployment, StatefulSet } from 'kubernetes-models/apps/v1';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { Service } from 'kubernetes-models/v1';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { errorCodes } from '../../src/error-codes.js';
import { Metrics } from '../../src/server/metrics/metrics.js';
import { addServiceMetrics } from '../../src/server/metrics/service-metrics.js';
import { parseSettings } from '../../src/settings/settings.js';
import { settingsTable } from '../../src/settings/table.js';
import { valueNames } from '../support/exposition.js';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const documentsOf = (path: string) => parseAllDocuments(read(path)).map((document) => document.toJS() as any);

const kinds = { Deployment, StatefulSet, Service, PodDisruptionBudget, NetworkPolicy };
const manifests = readdirSync(new URL('deploy/kubernetes', root)).map((name) => `deploy/kubernetes/${name}`);

describe.each(manifests)('%s', (path) => {
  const resources = documentsOf(path);
  const pod = resources[0].spec.template.spec;
  const container = pod.containers[0];

  it('is valid by the schemas of Kubernetes', () => {
    for (const resource of resources) {
      const model = new kinds[resource.kind as keyof typeof kinds](resource);
      expect(() => model.validate()).not.toThrow();
      expect(JSON.parse(JSON.stringify(model))).toEqual(resource);
    }
    expect(() => new Deployment({ ...resources[0], spec: { ...resources[0].spec, replicas: '2' } }).validate()).toThrow(
      'replicas must be integer',
    );
  });

  it('sets settings that exist, with values that are valid', () => {
    const values = Object.fromEntries(container.env.map(({ name, value = 'bolt://db' }: any) => [name, value]));
    expect(settingsTable.map(({ name }) => name as string)).toEqual(expect.arrayContaining(Object.keys(values)));
    expect(parseSettings(values).metrics).toEqual({ host: '0.0.0.0', port: 9464 });
    expect(pod.enableServiceLinks).toBe(false);
  });

  it('probes health, drains, and may do nothing else', () => {
    expect(container.livenessProbe.httpGet.path).toBe('/health/live');
    expect(container.readinessProbe.httpGet.path).toBe('/health/ready');
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(15);
    expect(container.securityContext).toMatchObject({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true });
    const ports = container.ports.map(({ containerPort }: any) => containerPort);
    const allowed = resources.find(({ kind }: any) => kind === 'NetworkPolicy').spec.ingress.flatMap((rule: any) => rule.ports);
    expect(allowed.map(({ port }: any) => port)).toEqual(ports);
  });
});

async function metricNames(): Promise<string[]> {
  const metrics = new Metrics().watchProcess();
  const admission = { load: { running: 0, waiting: 0 } };
  addServiceMetrics(metrics, {
    readiness: {},
    log: () => undefined as never,
    admission,
    cache: undefined,
    embeddingsLeft: undefined,
  });
  return ['up', ...valueNames(await metrics.registry.getMetricsAsJSON())];
}

describe('the alerts', () => {
  const rules = documentsOf('deploy/prometheus/alerts.yaml')[0].groups[0].rules as any[];
  const page = read('docs/operations.md');

  it('name metrics and codes that exist', async () => {
    const names = await metricNames();
    for (const { expr } of rules) {
      const used = (expr as string).match(/\b(?:policygraph|nodejs|process)_\w+|\bup\b/g) ?? [];
      expect(used.length).toBeGreaterThan(0);
      expect(names).toEqual(expect.arrayContaining(used));
      for (const [, code = ''] of (expr as string).matchAll(/code="(\w+)"/g)) expect(Object.keys(errorCodes)).toContain(code);
    }
  });

  it('are in docs/operations.md, each with the metric that carries it', () => {
    for (const { alert, expr } of rules) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${alert}\``));
      const [metric = ''] = (expr as string).match(/\b(?:policygraph|nodejs|process)_\w+|\bup\b/) ?? [];
      expect(row, alert).toContain(metric.replace(/_bucket$/, ''));
    }
  });
});

it('docs/operations.md lists every metric of the service, and no other', async () => {
  const own = (await metricNames()).filter((name) => name.startsWith('policygraph_') && !/_(bucket|sum|count)$/.test(name));
  const listed = [...read('docs/operations.md').matchAll(/^\| `(policygraph_\w+)`/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual(own.sort());
});

it.each(readdirSync(new URL('docs', root)).filter((name) => name.endsWith('.md')))(
  'docs/%s names settings that exist',
  (name) => {
    const known = settingsTable.map((setting) => setting.name as string);
    const examples = /POLICYGRAPH_(DTA|SERVICE_HOST|PORT_|PYTHON|HITS_URI|TEST_)/;
    const used = (read(`docs/${name}`).match(/\bPOLICYGRAPH_[A-Z_]+/g) ?? []).filter((setting) => !examples.test(setting));
    expect(known).toEqual(expect.arrayContaining(used));
  },
);
