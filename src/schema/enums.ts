import { registerEnumType } from '../type-graphql/decorators.js';
import { certainties } from '../graph/time/certainty.js';
import {
  comparators,
  constantCase,
  entities,
  evidenceSupports,
  labels,
  nameKinds,
  observationKinds,
  relationTypes,
  relations,
} from '../model/model.js';

const registered = new Map<object, object>();

/** The GraphQL enum of a table of values with their descriptions. Registered once for each table. */
export function enumType<T extends string>(
  name: string,
  description: string,
  values: Readonly<Record<T, string>>,
): Readonly<Record<T, T>> {
  const known = registered.get(values) as Readonly<Record<T, T>> | undefined;
  if (known !== undefined) return known;
  const type = Object.fromEntries(Object.keys(values).map((value) => [value, value])) as Record<T, T>;
  const valuesConfig = Object.fromEntries(
    Object.entries(values).map(([value, text]) => [value, { description: text as string }]),
  ) as Record<T, { description: string }>;
  registerEnumType(type, { name, description, valuesConfig });
  registered.set(values, type);
  return type;
}

/** "announcedOn" as "AnnouncedOn", "HOLDS_POSITION" as "HoldsPosition". */
export const pascalCase = (name: string): string =>
  (name === name.toUpperCase() ? name.toLowerCase() : name).replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) =>
    letter.toUpperCase(),
  );

/** `REGION` in the API is the label `Region` to resolvers. */
export const EntityType = Object.fromEntries(labels.map((label) => [constantCase(label), label]));
registerEnumType(EntityType, {
  name: 'EntityType',
  description: 'The types of entities.',
  valuesConfig: Object.fromEntries(labels.map((label) => [constantCase(label), { description: entities[label].description }])),
});
export const RelationType = enumType(
  'RelationType',
  'The types of relations.',
  Object.fromEntries(relationTypes.map((type) => [type, relations[type].description])) as Record<
    (typeof relationTypes)[number],
    string
  >,
);

/** `OUT` in the API is `out` to resolvers. */
export const Direction = { OUT: 'out', IN: 'in', ANY: 'any' };
registerEnumType(Direction, {
  name: 'Direction',
  description: 'Which way relations lead, seen from an entity.',
  valuesConfig: {
    OUT: { description: 'From it to others.' },
    IN: { description: 'From others to it.' },
    ANY: { description: 'Either way.' },
  },
});
export const NameKind = enumType('NameKind', 'What kind of name it is.', nameKinds);
export const ObservationKind = enumType(
  'ObservationKind',
  'Whether a value was measured, is aimed at, or is expected.',
  observationKinds,
);
export const Comparator = enumType('Comparator', 'How a value is meant: "over 100,000" is not 100,000.', comparators);

export const Certainty = enumType(
  'Certainty',
  'How sure it is that something holds on the day as of which the graph is seen.',
  certainties,
);

export const Verification = enumType('Verification', 'Whether the archived text contains the passage where the claim says.', {
  VERIFIED: 'It does: the hash is that of the text.',
  MISMATCH: 'It does not: the archived text has changed, or the locator is wrong.',
  TEXT_UNAVAILABLE: 'The archive of this service does not have the text.',
  DATA_SET: 'There is no passage: the claim rests on a record of a data set.',
});

enumType('EvidenceSupport', 'What evidence is of.', evidenceSupports);

export const Language = enumType('Language', 'Languages of names.', {
  EN: 'English.',
  ZH: 'Chinese.',
  ZH_LATN: 'Chinese in pinyin.',
});
