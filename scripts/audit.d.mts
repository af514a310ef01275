interface Explanation {
  readonly advisory: string;
  readonly package: string;
  readonly why: string;
  /** The last day on which it counts. */
  readonly until: string;
}

export function judge(
  report: object,
  explained: readonly Explanation[],
  today: string,
): { readonly unexplained: readonly { readonly id: string; readonly package: string }[]; readonly stale: readonly Explanation[] };
