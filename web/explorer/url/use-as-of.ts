import { useSearch } from '@tanstack/react-router';

/** The argument `asOf` of every root field; undefined for today. */
export function useAsOf(): { date: string } | undefined {
  const { asOf } = useSearch({ strict: false });
  return asOf === undefined ? undefined : { date: asOf };
}
