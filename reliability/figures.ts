/** What long runs measure: each figure with what it was when it was first measured, and what it should be. A run saves it by `saveResult`. */
export const figures = {
  hostile: {
    title: 'Hostile requests: deaths / stall of other requests / memory that stays',
    before: '0 / 661 ms, 6.2 s / +270 MB, +1.5 GB',
    aim: '0 / ≤ 50 ms / ≤ 30 MB',
  },
  estimates: { title: 'Generated operations that read more nodes than estimated', before: '32 of 2,000', aim: '0 of 10,000' },
  corruption: {
    title: 'Damaged files that open as another graph, or are refused for a wrong reason',
    before: '1 and 47 of 370',
    aim: '0 of every byte and every length',
  },
  'hung-connections': { title: 'First good answer after 200 hung requests', before: '110 s', aim: '≤ 1 s' },
  overload: {
    title: 'Four times the capacity: goodput / time to refuse / time of health',
    before: '72–126 % / nothing refused / up to 30 s',
    aim: '≥ 90 % / ≤ 20 ms / ≤ 100 ms',
  },
  stopping: { title: 'Requests lost at SIGTERM under heavy load', before: '37 of 72', aim: '0' },
  'kill-embedded': { title: 'SIGKILL × 1,000, embedded: acknowledged writes lost, torn', before: '0 of 130', aim: '0, 0' },
  'kill-neo4j': { title: 'SIGKILL × 100, Neo4j: acknowledged writes lost, torn', before: '–', aim: '0, 0' },
  'power-cut': {
    title: 'Power cuts with POLICYGRAPH_DURABILITY=full: acknowledged writes lost',
    before: 'not measured',
    aim: '0',
  },
  'lost-commits': { title: 'Lost replies to COMMIT × 1,000: duplicates', before: '0 of 9', aim: '0' },
  imports: { title: 'Longest stall of the process by one import', before: '44 s, > 5 min', aim: '≤ 50 ms' },
  soak: {
    title: 'One million requests with writes, subscriptions and imports: errors / growth of memory, handles and latency',
    before: 'not measured',
    aim: '0 / none',
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly before: string; readonly aim: string }>>;

export type Figure = keyof typeof figures;
