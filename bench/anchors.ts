import type { Anchors } from './shapes/shape.js';

type Ask = (query: string, variables: object) => Promise<any>;

const anyPolicy = '{ policies(first: 1, orderBy: ANNOUNCED_DESC) { edges { node { id } } } }';
const skipped = `query ($first: Int!, $after: String, $word: String!) {
  policies(first: $first, after: $after, where: { announcedOn: { gte: "2010-01-01" }, name: { contains: $word } }, orderBy: ANNOUNCED_DESC) {
    pageInfo { endCursor }
  }
}`;

/** Finds what the shapes need to know of a store: a policy, and the cursor after so many items of the list of s5. */
export async function findAnchors(ask: Ask, offset: number, word = '管理'): Promise<Anchors> {
  const { policies } = await ask(anyPolicy, {});
  let after: string | null = null;
  for (let item = 0; item < offset; item += 90) {
    const page: any = await ask(skipped, { first: Math.min(90, offset - item), after, word });
    after = page.policies.pageInfo.endCursor;
  }
  return { policy: policies.edges[0].node.id, after, offset, word };
}
