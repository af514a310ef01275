/** What a row of a table, or a line of flat JSON, brings by a mapping. */
import { readClaims, type RequestedClaim } from '../../changesets/claims.js';
import type { RequestedEntity } from '../../changesets/change-request.js';
import { sentence, type Located, type Problem, type Step } from '../../changesets/problem.js';
import { trimmed } from '../../changesets/text.js';
import { limits } from '../../limits.js';
import { propertiesOfId } from '../../model/model.js';
import type { LocatedClaim, SourceRecord } from '../load/parts.js';
import { expand, type Complain, type Rules } from './expand.js';
import { inKnownUnits } from './known-units.js';
import { partsOf } from './lists.js';
import { columnIn, deepest } from './origin.js';
import { dateTemplate } from './row-date.js';
import type { Conditional, EntityMapping, Mapping } from './schema.js';
import { templateOf, type Cells } from './template.js';

export interface Row {
  readonly line: number;
  /** Its original text. */
  readonly raw: string;
  readonly cells: Cells;
  /** A problem at a column of it. */
  readonly problem: (column: string | undefined, message: string, value?: string) => Problem;
}

export interface Reading {
  readonly file: string;
  readonly mapping: Mapping;
  readonly rules: Rules;
}

/** Something that a row made, with the part of the mapping that it was made by. */
interface Made {
  readonly item: Readonly<Record<string, unknown>>;
  readonly by: Conditional;
}

const most = limits.imports.made.value;
const tooMany = `makes more than ${most.toLocaleString('en')} entities, claims and observations of one row: make several rows of it`;

/** One row read: everything that it produces, and its problems with their places. */
export function mappedRow(row: Row, reading: Reading): SourceRecord {
  const { empty = [] } = reading.mapping;
  const cells = empty.length === 0 ? row.cells : withoutEmpty(row.cells, new Set(empty));
  return new RowMapping({ ...row, cells }, reading).record();
}

/** Cells that a mapping says mean nothing are empty. */
const withoutEmpty = (cells: Cells, empty: ReadonlySet<string>): Cells => ({
  get: (column) => (empty.has(trimmed(cells.get(column) ?? '')) ? '' : cells.get(column)),
});

class RowMapping {
  private readonly problems: Problem[] = [];
  private readonly notes: Problem[] = [];
  /** The problems and notes as they read: one text may be read in several places. */
  private readonly complaints = new Set<string>();
  private readonly lists = new Map<string, readonly Cells[]>();
  private items = 0;

  constructor(
    private readonly row: Row,
    private readonly reading: Reading,
  ) {}

  record(): SourceRecord {
    const { mapping, file } = this.reading;
    const made = (mapping.entities ?? []).map((by) => ({ by, items: this.made(by).map(({ item }) => item) }));
    const entities = made.map(({ by, items }) => ({ by, items: items.map((item) => this.entity(item, by)) }));
    for (const { by, items } of entities) if (items.length === 0) this.mustHaveId(by);
    const claims = [...made.flatMap(({ by, items }) => items.flatMap((item) => this.claimed(item, by))), ...this.claims()];
    const observations = (mapping.observations ?? [])
      .flatMap((by) => this.made(by))
      .map(({ item, by }) => this.withEvidence({ item: inKnownUnits(item), by }));
    const read = this.read(claims, observations);
    const of = (shared: boolean) => entities.flatMap(({ by, items }) => ((by.shared ?? false) === shared ? items : []));
    const { row, problems, notes } = this;
    return { file, line: row.line, raw: row.raw, entities: of(false), shared: of(true), ...read, problems, notes };
  }

  private claims(): Made[] {
    return (this.reading.mapping.claims ?? [])
      .flatMap((by) =>
        this.made(by).filter(({ item }) => (!('object' in by) || 'object' in item) && (!('value' in by) || 'value' in item)),
      )
      .map((each) => this.withEvidence(each));
  }

  private made(by: Conditional): Made[] {
    const { when = {}, unless, each, shared: _, ...node } = by;
    const rules = { ...this.reading.rules, on: dateTemplate(node, this.reading.mapping) };
    const all: Made[] = [];
    for (const cells of each === undefined ? [this.row.cells] : this.partsOf(each)) {
      if (!holds(when, cells) || (unless !== undefined && holds(unless, cells))) continue;
      for (const item of expand(node, cells, rules, this.complain)) all.push({ item: item as Made['item'], by });
      if (this.items + all.length > most) return (this.complain(node, '', tooMany, false), []);
    }
    this.items += all.length;
    return all;
  }

  /** The parts of a list of the row, which are read once. */
  private partsOf(name: string): readonly Cells[] {
    const list = this.reading.mapping.lists?.[name];
    const parts = this.lists.get(name) ?? (list === undefined ? [] : partsOf(list, this.row.cells, this.complain));
    this.lists.set(name, parts);
    return parts;
  }

  private readonly complain: Complain = (part, value, message, isLeftOut) => {
    const among = isLeftOut ? this.notes : this.problems;
    const problem = this.problem(part, [], message, value);
    const complaint = `${isLeftOut} ${sentence(problem)}`;
    if (!this.complaints.has(complaint)) among.push(problem);
    this.complaints.add(complaint);
  };

  private entity(item: Made['item'], by: EntityMapping): Located<RequestedEntity> {
    const { properties = {}, ...rest } = item as { readonly properties?: object };
    const own = Object.entries(properties).filter(([name]) => propertiesOfId(String(item['id']))[name]?.claimed !== true);
    return {
      item: { ...Object.fromEntries(own), ...rest } as unknown as RequestedEntity,
      problem: (at, message) => this.problem(by, at, message),
    };
  }

  /** Properties that the model has from claims are claimed. */
  private claimed(item: Made['item'], by: EntityMapping): Made[] {
    const { id, properties = {} } = item as { readonly id: string; readonly properties?: object };
    return Object.entries(properties)
      .filter(([name]) => propertiesOfId(id)[name]?.claimed === true)
      .map(([predicate, value]) =>
        this.withEvidence({
          item: { subject: id, predicate, value },
          by: { subject: by.id, value: by.properties?.[predicate], each: by.each } as Conditional,
        }),
      );
  }

  private withEvidence({ item, by }: Made): Made {
    const { mapping } = this.reading;
    const { summary = this.summary(), evidence = [{}], ...rest } = item as { summary?: string; evidence?: object[] };
    const [record = ''] = expand(mapping.record, this.row.cells, this.reading.rules, this.complain);
    const whole = evidence.map((each) => ({ document: mapping.document, record, summary, ...each }));
    return { item: { ...rest, evidence: whole }, by };
  }

  private summary(): string {
    const { summary } = this.reading.mapping;
    return (summary === undefined ? '' : templateOf(summary).fill(this.row.cells)) || 'The record gives it.';
  }

  private read(claims: readonly Made[], observations: readonly Made[]) {
    const lists: Readonly<Record<Step, readonly Made[]>> = { claims, observations };
    const problem = ([list = 'claims', index = 0, ...at]: readonly Step[], message: string): Problem =>
      this.problem(lists[list]?.[Number(index)]?.by, at, message);
    const item = { claims: claims.map((made) => made.item), observations: observations.map((made) => made.item) };
    const read = readClaims({ item, problem }, this.problems);
    const isShared = (index: number) => claims[index]?.by.shared === true;
    return {
      ...read,
      claims: read.claims.map((claim: Located<RequestedClaim>, index): LocatedClaim => ({ ...claim, isShared: isShared(index) })),
    };
  }

  private mustHaveId(by: EntityMapping): void {
    if (by.shared === true || by.when !== undefined || by.unless !== undefined || by.each !== undefined) return;
    if (this.problems.length === 0)
      this.problems.push(this.problem(by.id, [], 'is empty, and the id of the entity is made of it'));
  }

  /** A problem at the column that the place was made from. */
  private problem(by: unknown, at: readonly Step[], message: string, value?: string): Problem {
    const { lists = {} } = this.reading.mapping;
    return this.row.problem(columnIn(deepest(by, at), by, lists), message, value);
  }
}

const holds = (condition: NonNullable<Conditional['when']>, cells: Cells): boolean =>
  Object.entries(condition).every(([column, values]) => [values].flat().includes(trimmed(cells.get(column) ?? '')));
