/** About how many bytes a value is as JSON, counted no further than `limit`. Characters outside ASCII count as one. */
export function jsonSize(value: unknown, limit: number): number {
  switch (typeof value) {
    case 'string':
      return value.length + 2;
    case 'object':
      return value === null ? 4 : Array.isArray(value) ? sizeOfList(value, limit) : sizeOfObject(value, limit);
    default:
      return 8;
  }
}

function sizeOfList(items: readonly unknown[], limit: number): number {
  let size = 2;
  for (const item of items) if ((size += jsonSize(item, limit - size) + 1) > limit) break;
  return size;
}

function sizeOfObject(value: object, limit: number): number {
  let size = 2;
  for (const key in value) {
    size += key.length + 4 + jsonSize((value as Record<string, unknown>)[key], limit - size);
    if (size > limit) break;
  }
  return size;
}
