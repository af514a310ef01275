/** What is asked at each size: the same questions of graphs that differ only in size. */
import { agencyId, policyId, regionId } from './generated.js';

export interface Question {
  readonly title: string;
  readonly query: string;
}

const small = 17; // of every size

export const questions: readonly Question[] = [
  { title: 'lookup', query: `{ policy(id: "${policyId(small)}") { id name announcedOn { edtf } } }` },
  { title: 'hop', query: `{ policy(id: "${policyId(small)}") { id regions(first: 20) { edges { node { id name } } } } }` },
  { title: 'coverage', query: `{ policy(id: "${policyId(small)}") { coverage(region: "${regionId(small)}") { status } } }` },
  { title: 'path', query: `{ paths(from: "${policyId(small)}", to: "${policyId(small + 1)}", maxHops: 4, first: 1) { hops } }` },
  {
    title: 'list page',
    query:
      '{ policies(first: 20, where: { announcedOn: { gte: "2010-01-01" } }, orderBy: ANNOUNCED_DESC) { edges { node { id name } } } }',
  },
  { title: 'hub page', query: `{ agency(id: "${agencyId(0)}") { policies(first: 20) { edges { node { id name } } } } }` },
  { title: 'search', query: '{ search(query: "Notice 17 on water", first: 10) { edges { node { id } score } } }' },
];
