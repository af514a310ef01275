/** Writes the types of the schema for TypeScript: web/explorer/api/schema.d.ts, from schema.graphql. An operation with an unknown field does not compile. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';

const at = (path) => new URL(`../${path}`, import.meta.url);
const [source, target] = [at('schema.graphql'), at('web/explorer/api/schema.d.ts')];
const changedAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (changedAt(target) < changedAt(source)) {
  const introspection = introspectionFromSchema(buildSchema(readFileSync(source, 'utf8')));
  const options = { fileType: '.d.ts', shouldPreprocess: true };
  writeFileSync(target, outputIntrospectionFile(minifyIntrospection(introspection), options));
}
