/** Checks each operation against the schema: the types alone do not refuse an unknown field that no line reads. */
import { readFileSync } from 'node:fs';
import { buildSchema, validate } from 'graphql';
import * as operations from './operations.ts';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
for (const [name, operation] of Object.entries(operations))
  for (const { message } of validate(schema, operation)) {
    console.error(`${name}: ${message}`);
    process.exitCode = 1;
  }
