/** The text format of Prometheus, read strictly: https://prometheus.io/docs/instrumenting/exposition_formats/. */

export interface Family {
  readonly type: string;
  readonly help: string;
  readonly samples: Sample[];
}

interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const sampleLine =
  /^([a-zA-Z_:][\w:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\[\\"n])*",?)*)\})? (NaN|[+-]Inf|-?[\d.]+(?:e[+-]?\d+)?)$/;

/** The families of a text, by name. Throws for a line that the format does not allow, and for a series that is given twice. */
export function parseExposition(text: string): ReadonlyMap<string, Family> {
  if (!text.endsWith('\n')) throw new Error('The last line has no end.');
  const families = new Map<string, Family>();
  const series = new Set<string>();
  let current: { name: string; family: Family } | undefined;
  let help: readonly [string, string] | undefined;
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const [, kind, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? [];
    if (kind === 'HELP') help = [name, rest];
    else if (kind === 'TYPE') {
      if (help?.[0] !== name || families.has(name)) throw new Error(`TYPE without its HELP, or given twice: ${line}`);
      current = { name, family: { type: rest, help: help[1], samples: [] } };
      families.set(name, current.family);
    } else {
      const sample = sampleOf(line);
      const base = current?.family.type === 'histogram' ? sample.name.replace(/_(bucket|sum|count)$/, '') : sample.name;
      if (base !== current?.name) throw new Error(`A sample outside its family: ${line}`);
      const id = `${sample.name} ${JSON.stringify(Object.entries(sample.labels).sort())}`;
      if (series.has(id)) throw new Error(`A series that is given twice: ${line}`);
      series.add(id);
      current.family.samples.push(sample);
    }
  }
  for (const [name, family] of families) mustBeConventional(name, family);
  return families;
}

function sampleOf(line: string): Sample {
  const [, name, labels = '', value] = sampleLine.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`Not a sample: ${line}`);
  const pairs = [...labels.matchAll(/([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g)];
  return {
    name,
    labels: Object.fromEntries(pairs.map(([, label = '', text = '']) => [label, text])),
    value: Number(value.replace('Inf', 'Infinity')),
  };
}

/** Counters end with "_total", and the buckets of a histogram grow up to its count. */
function mustBeConventional(name: string, { type, help, samples }: Family): void {
  if (help === '' || !/^(counter|gauge|histogram|summary)$/.test(type)) throw new Error(`${name} has no help, or no type.`);
  if (name.startsWith('policygraph_') && (type === 'counter') !== name.endsWith('_total'))
    throw new Error(`${name} is a ${type}: counters alone end with "_total".`);
  if (type !== 'histogram') return;
  const last = new Map<string, number>();
  for (const { name: part, labels, value } of samples) {
    const { le, ...others } = labels;
    const id = JSON.stringify(others);
    if (part.endsWith('_bucket') && value < (last.get(id) ?? 0)) throw new Error(`${name} has buckets that shrink.`);
    if (part.endsWith('_bucket')) last.set(id, value);
    if (le === undefined && part.endsWith('_count') && last.get(id) !== value) throw new Error(`${name} lacks "+Inf".`);
  }
}

/** The value of one series; undefined where there is none. */
export function valueOf(
  families: ReadonlyMap<string, Family>,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined {
  const family = families.get(name) ?? families.get(name.replace(/_(bucket|sum|count)$/, ''));
  if (family === undefined) throw new Error(`There is no metric ${name}.`);
  const wanted = JSON.stringify(Object.entries(labels).sort());
  return family.samples.find((sample) => sample.name === name && JSON.stringify(Object.entries(sample.labels).sort()) === wanted)
    ?.value;
}

/** The names that queries may use: those of metrics, and of the parts of histograms. */
export const valueNames = (metrics: readonly { readonly name: string; readonly type: unknown }[]): string[] =>
  metrics.flatMap(({ name, type }) => (type === 'histogram' ? [name, `${name}_bucket`, `${name}_sum`, `${name}_count`] : [name]));
