/** Where the lines around a line end: the right edge of its column. */
import type { Line } from './line.js';

/** Lines of one size below each other, at about one distance. */
interface Block {
  readonly lines: readonly Line[];
  readonly left: number;
  readonly edge: number;
  readonly height: number;
  /** Of its column. */
  readonly key: string;
}

/** Of each line that is no row: the edge of its block, of a longer one of its column, or of all columns that begin there. */
export function edgesOf(pages: readonly (readonly Line[])[]): ReadonlyMap<Line, number> {
  const onPages = pages.map(blocksOf);
  const widest = widestOf(onPages.flat());
  const edges = new Map<Line, number>();
  for (const blocks of onPages)
    blocks.forEach((block, index) => {
      const nearest = isLong(block) ? block : longNear(blocks, index, block);
      const most = widest.get(block.key) ?? block.edge;
      const isList = nearest === undefined || nearest.edge - nearest.left < 0.3 * (most - nearest.left); // a list of names is no column
      for (const line of block.lines) edges.set(line, isList ? most : nearest.edge);
    });
  return edges;
}

const isLong = ({ lines }: Block): boolean => lines.length >= 4;

/** The block above, else below, that goes as far. */
function longNear(blocks: readonly Block[], index: number, { key, edge, height }: Block): Block | undefined {
  const fits = (other: Block): boolean => isLong(other) && other.key === key && other.edge > edge - height;
  return blocks.slice(0, index).findLast(fits) ?? blocks.slice(index + 1).find(fits);
}

function widestOf(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const widest = new Map<string, number>();
  for (const block of blocks) widest.set(block.key, Math.max(widest.get(block.key) ?? 0, block.edge));
  return widest;
}

function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Line[][] = [];
  for (const line of lines.filter(({ isRow }) => !isRow)) {
    const block = blocks.at(-1);
    const last = block?.at(-1);
    if (block !== undefined && last !== undefined && isSetWith(last, line, block)) block.push(line);
    else blocks.push([line]);
  }
  return blocks.map(blockOf);
}

function blockOf(lines: readonly Line[]): Block {
  const left = lines.reduce((least, line) => Math.min(least, line.left), Infinity);
  const { turn, height } = lines[0] ?? { turn: 0, height: 0 };
  return { lines, left, edge: edgeOf(lines), height, key: `${turn} ${Math.round(height)} ${Math.round(left / 36)}` };
}

function isSetWith(last: Line, line: Line, [first, second]: readonly Line[]): boolean {
  const down = last.base - line.base;
  const most = first === undefined || second === undefined ? 3 * line.height : 1.5 * (first.base - second.base);
  return (
    last.turn === line.turn &&
    Math.round(last.height) === Math.round(line.height) &&
    down > 0.5 * line.height &&
    down < most &&
    Math.abs(last.left - line.left) < 5 * line.height
  );
}

/** Not where one line alone ends, which may be too long. */
function edgeOf(block: readonly Line[]): number {
  const sorted = block.toSorted((a, b) => b.right - a.right);
  const usual = sorted.find(({ right, height }, index) => right - (sorted[index + 1]?.right ?? -Infinity) < 2 * height);
  return (usual ?? sorted[0])?.right ?? 0;
}
