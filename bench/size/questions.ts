/** What is asked at each size: the same questions of graphs that differ only in size. */
import { agencyId, coveredRegions, parentOf, partsOf, policyId, regionId, type Sizes } from './generated.js';

export interface Question {
  readonly title: string;
  /** About the policy of a number, so that not one page of the store alone is read. */
  readonly query: (number: number, sizes: Sizes) => string;
}

/** Policies of every size. */
export const asked = Array.from({ length: 10 }, (_, index) => 17 + index * 101);
const region = regionId(17);

/** A region beside the rarest of those that a policy covers: three relations away at every size. */
function besideRarest(number: number, { regions }: Sizes): string {
  const rarest = Math.max(...coveredRegions(number, regions));
  return regionId(partsOf(parentOf(rarest)).find((part) => part !== rarest) ?? 0);
}

export const questions: readonly Question[] = [
  { title: 'lookup', query: (number) => `{ policy(id: "${policyId(number)}") { id name announcedOn { edtf } } }` },
  {
    title: 'hop',
    query: (number) => `{ policy(id: "${policyId(number)}") { id regions(first: 20) { edges { node { id name } } } } }`,
  },
  { title: 'coverage', query: (number) => `{ policy(id: "${policyId(number)}") { coverage(region: "${region}") { status } } }` },
  {
    title: 'path of 3 relations',
    query: (number, sizes) => `{ paths(from: "${policyId(number)}", to: "${besideRarest(number, sizes)}", first: 1) { hops } }`,
  },
  {
    title: 'path between two policies',
    query: (number) => `{ paths(from: "${policyId(number)}", to: "${policyId(number + 1)}", first: 1) { hops } }`,
  },
  {
    title: 'list page',
    query: (number) =>
      `{ policies(first: 20, where: { announcedOn: { gte: "${1990 + (number % 30)}-01-01" } }, orderBy: ANNOUNCED_DESC) { edges { node { id name } } } }`,
  },
  {
    title: 'claims of a policy',
    query: (number) =>
      `{ policy(id: "${policyId(number)}") { regions(first: 5) { edges { claims { id evidence { document { id } } } node { id } } } } }`,
  },
  {
    title: 'hub page',
    query: () => `{ agency(id: "${agencyId(0)}") { policies(first: 20) { edges { node { id name } } } } }`,
  },
  {
    title: 'search',
    query: (number) => `{ search(query: "Notice ${number} on water", first: 10) { edges { node { id } score } } }`,
  },
];
