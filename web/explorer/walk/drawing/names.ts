/** Which names have room in a picture. */
import { shortened, type DrawnEntity } from './picture.ts';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

const lineHeight = 14;

/** Those whose names overlap no other, the open and the larger first. Places are in pixels. */
export function namedOf(
  entities: readonly DrawnEntity[],
  placeOf: (entity: DrawnEntity) => readonly [x: number, y: number],
): readonly DrawnEntity[] {
  const rows = new Map<number, Box[]>();
  return [...entities].sort(byRank).filter((entity) => {
    const box = boxOf(entity, placeOf(entity));
    const row = Math.floor(box.y / lineHeight);
    const near = [row - 1, row, row + 1].flatMap((each) => rows.get(each) ?? []);
    const isFree = near.every(({ left, right, y }) => box.left > right || box.right < left || Math.abs(box.y - y) >= lineHeight);
    if (isFree) rows.set(row, [...(rows.get(row) ?? []), box]);
    return isFree;
  });
}

const byRank = (one: DrawnEntity, other: DrawnEntity): number =>
  Number(other.isOpen) - Number(one.isOpen) || other.size - one.size;

function boxOf({ label, size, side }: DrawnEntity, [x, y]: readonly [number, number]): Box {
  const length = [...shortened(label)].reduce((sum, letter) => sum + (letter > '\u2E80' ? 12 : 6.5), size + 4);
  return side === 'left' ? { left: x - length, right: x, y } : { left: x, right: x + length, y };
}
