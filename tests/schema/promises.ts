/** What the schema promises to the clients of the last release. */
import {
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type BreakingChange,
  type GraphQLSchema,
} from 'graphql';

/** Names in backquotes in the lines of a changelog's unreleased part that begin with "Breaking". */
function declaredNames(changelog: string): ReadonlySet<string> {
  const [, unreleased = ''] = changelog.split(/^## /m);
  const lines = unreleased.split('\n').filter((line) => /^- \*{0,2}Breaking:/.test(line));
  return new Set(lines.flatMap((line) => [...line.matchAll(/`([\w.]+)`/g)].map(([, name = '']) => name)));
}

/** The breaking changes since a release that the changelog does not declare, by the type, the field, `Type.field` or the argument. */
export function undeclared(released: GraphQLSchema, current: GraphQLSchema, changelog: string): readonly string[] {
  const declared = declaredNames(changelog);
  return findBreakingChanges(released, current)
    .filter((change) => !namesOf(change).some((name) => declared.has(name)))
    .map(({ description }) => description);
}

/** "Agency.policies arg orderBy has changed …" names Agency.policies, Agency, policies and orderBy. */
function namesOf({ description }: BreakingChange): readonly string[] {
  const [, path = '', argument] = /^(?:A required (?:arg|field) )?([\w.]+)(?: arg (\w+))?/.exec(description) ?? [];
  return [path, ...path.split('.'), ...(argument === undefined ? [] : [argument])];
}

const dated = /Removed not before \d{4}-\d\d-\d\d\.$/;

/** What is deprecated without the day until which it stays. */
export function undated(schema: GraphQLSchema): readonly string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    const parts = isEnumType(type)
      ? type.getValues()
      : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.values(type.getFields())
        : [];
    return parts
      .flatMap((part) => [part, ...('args' in part ? part.args : [])])
      .filter(({ deprecationReason }) => deprecationReason != null && !dated.test(deprecationReason))
      .map(({ name }) => `${type.name}.${name}`);
  });
}
