/** What a row of a table brings, by its mapping. */
import { readClaims } from '../../changesets/claims.js';
import type { EntityDraft } from '../../changesets/draft.js';
import type { Located, Problem, Step } from '../../changesets/problem.js';
import { labelOf, entities as model, type EntityModel } from '../../graph/model.js';
import { noParts, type SourceRecord } from '../load/parts.js';
import type { CsvRow } from '../source/csv.js';
import { expand, type Rules } from './expand.js';
import type { Conditional, EntityMapping, Mapping } from './schema.js';
import { templateOf, type Cells } from './template.js';

export interface Table {
  readonly file: string;
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  readonly rules: Rules;
}

/** Something that a row made, with the part of the mapping that it was made by. */
interface Made {
  readonly item: Readonly<Record<string, unknown>>;
  readonly by: unknown;
}

/** One row read: all that it makes, with what is wrong with it at its line and column. */
export function mappedRow(row: CsvRow, table: Table): SourceRecord {
  const place = { file: table.file, line: row.line };
  const record = { ...noParts, ...place, raw: row.raw, notes: [] };
  if (row.wrong !== undefined) return { ...record, problems: [{ ...place, ...row.wrong }] };
  if (row.cells.length !== table.columns.length)
    return { ...record, problems: [{ ...place, column: 1, value: undefined, message: ragged(row, table) }] };
  return new RowMapping(row, table).record();
}

function ragged({ cells }: CsvRow, { columns }: Table): string {
  return `has ${cells.length} cells where the head has ${columns.length}: a cell that holds a comma must stand in quotes`;
}

class RowMapping {
  private readonly problems: Problem[] = [];
  private readonly notes: Problem[] = [];
  private readonly cells: Cells;

  constructor(
    private readonly row: CsvRow,
    private readonly table: Table,
  ) {
    this.cells = new Map(table.columns.map((column, index) => [column, row.cells[index] ?? '']));
  }

  record(): SourceRecord {
    const { mapping, file } = this.table;
    const made = (mapping.entities ?? []).map((by) => ({ by, items: this.made(by).map(({ item }) => item) }));
    const entities = made.map(({ by, items }) => ({ by, items: items.map((item) => this.entity(item, by)) }));
    for (const { by, items } of entities) if (items.length === 0) this.mustHaveId(by);
    const claims = [...made.flatMap(({ by, items }) => items.flatMap((item) => this.claimed(item, by))), ...this.claims()];
    const observations = (mapping.observations ?? []).flatMap((by) => this.made(by)).map((each) => this.withEvidence(each));
    const read = this.read(claims, observations);
    const of = (shared: boolean) => entities.flatMap(({ by, items }) => ((by.shared ?? false) === shared ? items : []));
    const { row, problems, notes } = this;
    return { file, line: row.line, raw: row.raw, entities: of(false), shared: of(true), ...read, problems, notes };
  }

  private claims(): Made[] {
    return (this.table.mapping.claims ?? [])
      .flatMap((by) =>
        this.made(by).filter(({ item }) => (!('object' in by) || 'object' in item) && (!('value' in by) || 'value' in item)),
      )
      .map((each) => this.withEvidence(each));
  }

  private made(by: Conditional): Made[] {
    const { when = {}, unless, ...node } = by;
    if (!this.holds(when) || (unless !== undefined && this.holds(unless))) return [];
    const complain = (part: unknown, value: string, message: string, isLeftOut: boolean) =>
      (isLeftOut ? this.notes : this.problems).push(this.problem(part, [], message, value));
    return expand(node, this.cells, this.table.rules, complain).map((item) => ({ item: item as Made['item'], by }));
  }

  private holds(condition: NonNullable<Conditional['when']>): boolean {
    return Object.entries(condition).every(([column, values]) => [values].flat().includes((this.cells.get(column) ?? '').trim()));
  }

  private entity(item: Made['item'], by: EntityMapping): Located<EntityDraft> {
    const { properties = {}, shared: _, ...rest } = item as { readonly properties?: object; readonly shared?: boolean };
    const claimed = claimedNames(String(item['id']));
    const own = Object.entries(properties).filter(([name]) => !claimed.has(name));
    return {
      item: { ...Object.fromEntries(own), ...rest } as unknown as EntityDraft,
      problem: (at, message) => this.problem(by, at, message),
    };
  }

  /** Properties that the model has from claims are claimed. */
  private claimed(item: Made['item'], by: EntityMapping): Made[] {
    const { id, properties = {} } = item as { readonly id: string; readonly properties?: object };
    const claimed = claimedNames(id);
    return Object.entries(properties)
      .filter(([name]) => claimed.has(name))
      .map(([predicate, value]) =>
        this.withEvidence({ item: { subject: id, predicate, value }, by: { subject: by.id, value: by.properties?.[predicate] } }),
      );
  }

  private withEvidence({ item, by }: Made): Made {
    const { mapping } = this.table;
    const { summary = this.summary(), evidence = [{}], ...rest } = item as { summary?: string; evidence?: object[] };
    const record = templateOf(mapping.record).fill(this.cells);
    const whole = evidence.map((each) => ({ document: mapping.document, record, summary, ...each }));
    return { item: { ...rest, evidence: whole }, by };
  }

  private summary(): string {
    const { summary } = this.table.mapping;
    return (summary === undefined ? '' : templateOf(summary).fill(this.cells)) || 'The record gives it.';
  }

  private read(claims: readonly Made[], observations: readonly Made[]) {
    const lists: Readonly<Record<Step, readonly Made[]>> = { claims, observations };
    const problem = ([list = 'claims', index = 0, ...at]: readonly Step[], message: string): Problem =>
      this.problem(lists[list]?.[Number(index)]?.by, at, message);
    const item = { claims: claims.map((made) => made.item), observations: observations.map((made) => made.item) };
    return readClaims({ item, problem }, this.problems);
  }

  private mustHaveId(by: EntityMapping): void {
    if (by.shared === true || by.when !== undefined || by.unless !== undefined) return;
    if (this.problems.length === 0)
      this.problems.push(this.problem(by.id, [], 'is empty, and the id of the entity is made of it'));
  }

  /** A problem at the column that the place was made from. */
  private problem(by: unknown, at: readonly Step[], message: string, value?: string): Problem {
    const name = firstColumn(deepest(by, at)) ?? firstColumn(by);
    const column = name === undefined ? 0 : Math.max(this.table.columns.indexOf(name), 0);
    const { file } = this.table;
    return { file, line: this.row.line, column: column + 1, value: value ?? this.row.cells[column], message };
  }
}

function claimedNames(id: string): ReadonlySet<string> {
  const label = labelOf(id);
  const properties: EntityModel['properties'] = label === undefined ? {} : model[label].properties;
  return new Set(Object.keys(properties).filter((name) => properties[name]?.claimed === true));
}

/** The part of a mapping that made what stands at a path. Lists may have grown, so their items are all taken for the first. */
function deepest(node: unknown, at: readonly Step[]): unknown {
  const [step, ...rest] = at;
  if (step === undefined || typeof node !== 'object' || node === null) return node;
  const parts = node as Readonly<Record<Step, unknown>>;
  const { properties } = node as { properties?: Readonly<Record<Step, unknown>> };
  return deepest(
    parts[step] ?? (typeof step === 'number' ? parts[0] : properties?.[step]) ?? node,
    parts[step] === undefined ? [] : rest,
  );
}

function firstColumn(node: unknown): string | undefined {
  if (typeof node === 'string') return templateOf(node).columns[0];
  if (typeof node !== 'object' || node === null) return undefined;
  for (const part of Object.values(node)) {
    const column = firstColumn(part);
    if (column !== undefined) return column;
  }
  return undefined;
}
