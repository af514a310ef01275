/** How often to repeat what only chance brings about: `LONG_RUNS=1 npm run test:neo4j -- tests/durability` takes the long way. */
export const times = (usually: number, long: number): number => (process.env['LONG_RUNS'] === undefined ? usually : long);
