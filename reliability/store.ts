/** The settings of the Neo4j that a run is given, by NEO4J_URI or by `node scripts/neo4j.mjs --run`; none on the embedded engine. */
export const store: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value = '']) =>
    name.startsWith('NEO4J_') ? [[name.replace('_TEST', ''), value]] : [],
  ),
);

export const isNeo4j = 'NEO4J_URI' in store;

export const neo4jSettings = {
  uri: store['NEO4J_URI'] ?? '',
  user: store['NEO4J_USER'] ?? 'neo4j',
  password: store['NEO4J_PASSWORD'] ?? '',
};
