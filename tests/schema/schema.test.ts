import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  buildSchema,
  findBreakingChanges,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  entities,
  fieldName,
  labels,
  listedModels,
  relationFields,
  relations,
  targetOf,
  type Label,
  type RelationModel,
} from '../../src/model/model.js';
import { labelsOfArgument, labelsOfInput } from '../../src/schema/entity-ids.js';
import { edgeOrderings } from '../../src/graph/lists/edge-order.js';
import { orderings } from '../../src/graph/lists/order.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';

const file = fileURLToPath(new URL('../../schema.graphql', import.meta.url));

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = lexicographicSortSchema(await graphqlSchema());
});

const roots = (): GraphQLNamedType[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) => type != null);
const isRoot = (type: GraphQLNamedType): boolean => roots().includes(type);
const ownTypes = (): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type) && !isRoot(type),
  );
const object = (name: string): GraphQLObjectType => {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`There is no type ${name}.`);
  return type;
};

/** What has a description in the schema, with the path to it. */
function described(type: GraphQLNamedType): [path: string, description: string | null | undefined][] {
  const own: [string, string | null | undefined][] = isRoot(type) ? [] : [[type.name, type.description]];
  if (isEnumType(type))
    return [
      ...own,
      ...type.getValues().map(({ name, description }): [string, typeof description] => [`${type.name}.${name}`, description]),
    ];
  if (isInputObjectType(type))
    return [
      ...own,
      ...Object.values(type.getFields()).map(({ name, description }): [string, typeof description] => [
        `${type.name}.${name}`,
        description,
      ]),
    ];
  if (!isObjectType(type) && !isInterfaceType(type)) return own;
  return [
    ...own,
    ...Object.values(type.getFields()).flatMap(({ name, description, args }): [string, typeof description][] => [
      [`${type.name}.${name}`, description],
      ...args.map((arg): [string, typeof description] => [`${type.name}.${name}(${arg.name})`, arg.description]),
    ]),
  ];
}

describe('the schema', () => {
  it('describes every type, field, argument and value', () => {
    const all = [...ownTypes(), ...roots()].flatMap(described);
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter(([, description]) => !description?.trim())).toEqual([]);
  });

  it.each(labels)('has %s, one by id and a list of it', (label) => {
    const { plural } = entities[label];
    const query = object('Query').getFields();
    expect(String(query[fieldName(label)]?.type)).toBe(label);
    expect(String(query[plural]?.type)).toBe(`${label}Connection!`);
    expect(
      object(label)
        .getInterfaces()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Entity', 'Node']);
  });

  it.each(labels)('shows every property and every relation of %s', (label) => {
    const fields = Object.keys(object(label).getFields());
    expect(fields).toEqual(expect.arrayContaining(Object.keys(entities[label].properties)));
    expect(fields).toEqual(expect.arrayContaining([...relationFields(label).keys()]));
  });

  it.each(labels)('shows the attributes of the relations of %s on their edges', (label) => {
    for (const [field, { attributes }] of relationFields(label)) {
      const connection = schema.getType(String(object(label).getFields()[field]?.type).replace('!', ''));
      if (!isObjectType(connection) || !connection.name.endsWith('Connection')) continue;
      const edge = object(connection.name.replace(/Connection$/, 'Edge'));
      expect([`${label}!`, 'Entity!'], `${label}.${field}`).toContain(String(edge.getFields()['via']?.type));
      expect(Object.keys(edge.getFields()), `${label}.${field}`).toEqual(
        expect.arrayContaining(['cursor', 'node', 'validity', 'certainty', 'claims', ...Object.keys(attributes)]),
      );
    }
  });

  it.each(labels)('orders the relations of %s by what no item of theirs is ordered by', (label) => {
    for (const field of relationFields(label).values()) {
      const ofItems = orderings(targetOf(field));
      expect([...edgeOrderings(field).keys()].filter((name) => ofItems.has(name))).toEqual([]);
    }
  });

  it.each([...labels, 'Claim', 'Observation'] as const)(
    'filters %s by every property, and entities by every relation',
    (listed) => {
      const filter = schema.getType(`${listed}Filter`);
      if (!isInputObjectType(filter)) throw new Error(`There is no ${listed}Filter.`);
      const { properties } = listedModels[listed];
      const byRelation = (Object.values(relations) as RelationModel[]).flatMap(({ from, to, where }) => [
        ...((from as string[]).includes(listed) ? [where.out] : []),
        ...((to as string[]).includes(listed) ? [where.in] : []),
      ]);
      const isEntity = (labels as string[]).includes(listed);
      const followed = isEntity ? [...relationFields(listed as Label).keys(), 'relations'] : [];
      expect(Object.keys(filter.getFields())).toEqual(
        expect.arrayContaining([...Object.keys(properties), ...byRelation, ...followed, 'and', 'or', 'not']),
      );
      for (const field of followed) expect(String(filter.getFields()[field]?.type), field).toMatch(/RelationFilter$/);
    },
  );

  it('takes an entity by id or exact name wherever it takes an id, but for ids of anything else', () => {
    const others = [
      'AddRegionsInput.id',
      'ChangesetInput.id',
      'ClaimInput.supersedes',
      'EntityInput.id',
      'IdFilter.eq',
      'IdFilter.in',
      'LostClaimInput.claim',
      'Mutation.addProposal(reading)',
      'Mutation.decideProposals(reading)',
      'Mutation.discardDraft(id)',
      'Mutation.discardReading(id)',
      'Mutation.publishDraft(id)',
      'Mutation.publishReading(id)',
      'ProposalDecisionInput.proposal',
      'Query.changeset(id)',
      'Query.claim(id)',
      'Query.draft(id)',
      'Query.observation(id)',
      'Query.reading(id)',
      'RecordObservationInput.id',
      'RetractionInput.claim',
      'SplitInput.claims',
      'UndoInput.changeset',
      'UndoInput.id',
    ];
    const inputs = ownTypes()
      .filter(isInputObjectType)
      .flatMap((type) =>
        Object.values(type.getFields()).map((field) => ({
          at: `${type.name}.${field.name}`,
          field,
          labels: labelsOfInput(field, {}),
        })),
      );
    const holders = [...ownTypes(), ...roots()].filter((type) => isObjectType(type) || isInterfaceType(type));
    const args = holders.flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        field.args.map((argument) => ({
          at: `${type.name}.${field.name}(${argument.name})`,
          field: argument,
          labels: labelsOfArgument(field, argument, {}),
        })),
      ),
    );
    const ids = [...inputs, ...args].filter(({ field: { type } }) => getNamedType(type).name === 'ID');
    expect(ids.length).toBeGreaterThan(200);
    expect(
      ids
        .filter(({ labels: possible }) => possible === undefined)
        .map(({ at }) => at)
        .sort(),
    ).toEqual(others);
    const named = [...inputs, ...args].filter(({ labels: possible }) => possible !== undefined);
    expect(named.filter(({ field }) => !field.description?.endsWith(' By id or exact name.')).map(({ at }) => at)).toEqual([]);
  });

  it('is that of schema.graphql, or at least breaks nothing of it', () => {
    const now = `${printSchema(schema)}\n`;
    if (process.env['UPDATE_SCHEMA'] === '1') writeFileSync(file, now);
    const committed = readFileSync(file, 'utf8');
    const breaking = findBreakingChanges(buildSchema(committed), schema).map(({ description }) => description);
    expect(breaking, 'These break clients; with UPDATE_SCHEMA=1 they are accepted.').toEqual([]);
    expect(committed === now, 'schema.graphql is behind: UPDATE_SCHEMA=1 npx vitest run tests/schema').toBe(true);
  });
});
