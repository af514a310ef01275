import type { EntityData, OwnValues } from './query.ts';

export interface Property {
  readonly name: string;
  readonly value: string | { readonly edtf: string };
  /** What it rests on; none for our own classification. */
  readonly claims: EntityData['claims'];
}

/** The properties that an entity has a value of, in the order of the query. */
export function propertiesOf(entity: EntityData): Property[] {
  const { kind, ...values } = valuesOf(entity);
  return Object.entries({ kind, ...values }).flatMap(([name, value]) =>
    value == null
      ? []
      : [
          {
            name,
            value: typeof value === 'object' ? value : String(value),
            claims: entity.claims.filter(({ predicate }) => predicate === name),
          },
        ],
  );
}

type Value = string | number | { readonly edtf: string } | null | undefined;

/** Without the aliases that enums have, and without what is no property. */
function valuesOf(entity: OwnValues): Record<string, Value> {
  const names = [
    'documentNumber',
    'announcedOn',
    'effectiveFrom',
    'effectiveTo',
    'status',
    'unnamedIssuers',
    'startedOn',
    'endedOn',
    'level',
    'unit',
  ];
  const values: Record<string, Value> = { ...entity };
  const kind = Object.keys(values).find((name) => name.endsWith('Kind'));
  return {
    ...(kind === undefined ? {} : { kind: values[kind] }),
    ...Object.fromEntries(names.flatMap((name) => (values[name] == null ? [] : [[name, values[name]]]))),
  };
}
