/** Gets the service's schema: schema.graphql, and schema.d.ts, its types. The command of gql.tada does the same, but on TypeScript 6 and earlier only. */
import { writeFileSync } from 'node:fs';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';

const service = process.env.POLICYGRAPH_URL ?? 'http://127.0.0.1:4000';
const response = await fetch(`${service}/graphql/schema.graphql`);
if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
const text = await response.text();
const introspection = minifyIntrospection(introspectionFromSchema(buildSchema(text)));
writeFileSync('schema.graphql', text);
writeFileSync('schema.d.ts', outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true }));

/** For the cache: which types an interface or union stands for. */
const abstract = introspection.__schema.types.filter(({ possibleTypes }) => possibleTypes);
const possibleTypes = Object.fromEntries(
  abstract.map(({ name, possibleTypes }) => [name, possibleTypes.map((each) => each.name)]),
);
writeFileSync('possible-types.json', JSON.stringify(possibleTypes, null, 2));
