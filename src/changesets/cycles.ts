/** A step of a relation that must not lead back to where it began. */
export interface Step {
  readonly subject: string;
  readonly object: string;
}

/** The groups of entities of which each leads to each other (Tarjan), as entity → number of its group; without recursion, for hierarchies may be deep. */
function groupsOf(targets: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const [order, lowest, groups] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const waiting: string[] = [];
  let count = 0;
  for (const root of targets.keys()) {
    if (order.has(root)) continue;
    const path: { readonly id: string; next: number }[] = [];
    const enter = (id: string) => {
      order.set(id, order.size);
      lowest.set(id, order.size - 1);
      waiting.push(id);
      path.push({ id, next: 0 });
    };
    enter(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { id } = top;
      const target = targets.get(id)?.[top.next++];
      if (target !== undefined) {
        if (!order.has(target)) enter(target);
        else if (!groups.has(target)) lowest.set(id, Math.min(lowest.get(id) ?? 0, order.get(target) ?? 0));
        continue;
      }
      path.pop();
      const above = path.at(-1)?.id;
      if (above !== undefined) lowest.set(above, Math.min(lowest.get(above) ?? 0, lowest.get(id) ?? 0));
      if (lowest.get(id) !== order.get(id)) continue;
      for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
        groups.set(member, count);
        if (member === id) break;
      }
      count += 1;
    }
  }
  return groups;
}

/** Returns a test of whether a step is part of a cycle of all these steps. */
export function cyclesOf(steps: Iterable<Step>): (step: Step) => boolean {
  const targets = new Map<string, string[]>();
  for (const { subject, object } of steps) {
    const known = targets.get(subject);
    if (known === undefined) targets.set(subject, [object]);
    else known.push(object);
  }
  const groups = groupsOf(targets);
  return ({ subject, object }) => groups.has(subject) && groups.get(subject) === groups.get(object);
}
