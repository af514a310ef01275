/**
 * How many letters of one word must be changed, added, left out or (unless a swap is two changes) swapped with their neighbour to make the other;
 * `most + 1` when there are more than `most`.
 */
export function editDistance(one: string, other: string, most: number, swap: 'one' | 'two' = 'one'): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = nextRow(one, other, row, last, swap === 'one' ? before : []);
    if (Math.min(...current) > most) return most + 1;
    [before, last] = [last, current];
  }
  return Math.min(last[other.length] as number, most + 1);
}

function nextRow(one: string, other: string, row: number, last: readonly number[], before: readonly number[]): number[] {
  const current = [row];
  for (let column = 1; column <= other.length; column++) {
    const changed = (last[column - 1] as number) + Number(one[row - 1] !== other[column - 1]);
    const added = Math.min(current[column - 1] as number, last[column] as number) + 1;
    const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
    current.push(Math.min(changed, added, swapped ? (before[column - 2] ?? Infinity) + 1 : Infinity));
  }
  return current;
}
