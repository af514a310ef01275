/** How many names get a label of their own: as many of callers with an account, and of anonymous ones. */
const most = 50;

/** Longer names are not of people. */
const longest = 64;

/** The names of operations as labels. Each is a series that Prometheus keeps, and clients choose them: so there are few, and anonymous callers cannot use up those of the others. */
export class OperationNames {
  private readonly names = { account: new Set<string>(), anonymous: new Set<string>() };

  /** The label of an operation. `admit` when it succeeded: names of requests that are refused get no label. */
  labelOf(name: string | undefined, { caller, admit }: { caller: 'account' | 'anonymous'; admit: boolean }): string {
    if (name === undefined) return 'unnamed';
    if (this.names.account.has(name) || this.names.anonymous.has(name)) return name;
    const names = this.names[caller];
    if (!admit || names.size >= most || name.length > longest) return 'other';
    names.add(name);
    return name;
  }
}
