/** What decorators recorded of classes, in terms of this program: the storage of type-graphql is an internal of it. */
import { getMetadataStorage } from 'type-graphql';

/** A parameter of a resolver method. */
export type Parameter =
  | { readonly kind: 'arg'; readonly index: number; readonly name: string; readonly type: unknown }
  | { readonly kind: 'args'; readonly index: number; readonly type: Function }
  | { readonly kind: 'root' | 'context' | 'info' | 'other'; readonly index: number };

/** A method of a resolver class, and the field that it resolves. */
export interface ResolverMethod {
  readonly resolver: Function;
  readonly method: string;
  readonly field: string;
  /** In the order of the method's. */
  readonly parameters: readonly Parameter[];
}

/** A field of an object type, with the class that declares it, which may be that of an interface or a base class. */
interface DeclaredField {
  readonly type: string;
  readonly field: string;
  readonly declaredBy: Function;
  readonly property: string;
}

/** A field of a class of arguments or of an input. */
export interface InputField {
  readonly name: string;
  readonly type: () => unknown;
}

type Storage = ReturnType<typeof getMetadataStorage>;
type Recorded = Pick<Storage['queries'][number], 'target' | 'methodName' | 'schemaName' | 'params'>;
type RecordedParameter = NonNullable<Recorded['params']>[number];

/** The names of all fields that have a method. */
export function resolvedFieldNames(): ReadonlySet<string> {
  const { queries, mutations, subscriptions, fieldResolvers } = getMetadataStorage();
  return new Set([...queries, ...mutations, ...subscriptions, ...fieldResolvers].map(({ schemaName }) => schemaName));
}

/** The methods of the fields of Query. */
export const queryMethods = (): readonly ResolverMethod[] => getMetadataStorage().queries.map(methodOf);

/** The methods of the fields of other types, by the class of the type and the name of the method. */
export function fieldMethods(): ReadonlyMap<Function, ReadonlyMap<string, ResolverMethod>> {
  const methods = new Map<Function, Map<string, ResolverMethod>>();
  for (const recorded of getMetadataStorage().fieldResolvers) {
    const type = recorded.getObjectType?.() as Function;
    const ofType = methods.get(type) ?? new Map<string, ResolverMethod>();
    if (!ofType.has(recorded.methodName)) ofType.set(recorded.methodName, methodOf(recorded));
    methods.set(type, ofType);
  }
  return methods;
}

/** The fields of object types, those of their interfaces first. */
export function declaredFields(): readonly DeclaredField[] {
  const { objectTypes, interfaceTypes } = getMetadataStorage();
  return objectTypes.flatMap(({ name: type, fields = [], interfaceClasses = [] }) => {
    const inherited = interfaceTypes.filter(({ target }) => interfaceClasses.includes(target));
    return [...inherited.flatMap((each) => each.fields ?? []), ...fields].map(
      ({ schemaName: field, target, name: property }) => ({
        type,
        field,
        declaredBy: target,
        property,
      }),
    );
  });
}

/** The own fields of classes of arguments and of inputs. They are all known once the schema is built. */
export function inputClasses(): ReadonlyMap<Function, readonly InputField[]> {
  const { argumentTypes, inputTypes } = getMetadataStorage();
  return new Map(
    [...argumentTypes, ...inputTypes].map(({ target, fields = [] }) => [
      target,
      fields.map(({ name, getType }) => ({ name, type: getType })),
    ]),
  );
}

function methodOf({ target, methodName, schemaName, params = [] }: Recorded): ResolverMethod {
  const parameters = [...params].sort((a, b) => a.index - b.index).map(parameterOf);
  return { resolver: target, method: methodName, field: schemaName, parameters };
}

function parameterOf(recorded: RecordedParameter): Parameter {
  const { kind, index } = recorded;
  if (kind === 'args') return { kind, index, type: recorded.getType() as Function };
  if (kind === 'arg') return { kind, index, name: recorded.name, type: recorded.getType() };
  return { kind: kind === 'root' || kind === 'context' || kind === 'info' ? kind : 'other', index };
}
