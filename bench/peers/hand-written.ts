/** C: one hand-written statement for each shape, sent as an auto-commit read over `neo4j-driver`. */
import neo4j from 'neo4j-driver';
import { shapes } from '../shapes/shapes.js';
import { serveBare } from './bare-http.js';

const { NEO4J_URI = '', NEO4J_USER = '', NEO4J_PASSWORD = '' } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), { disableLosslessIntegers: true });
const statements = new Map(shapes.map(({ id, cypher }) => [id, cypher]));

serveBare(
  async (operation, variables) => {
    const session = driver.session({ defaultAccessMode: 'READ' });
    const { records } = await session.run(statements.get(operation) ?? '', variables);
    await session.close();
    return JSON.stringify({ data: records[0]?.get('answer') });
  },
  () => driver.close(),
);
