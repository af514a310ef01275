/** Fields take an entity by its id, by an id that it had before a merge, or by an exact name: their resolvers get the id that it has now. */
import {
  defaultFieldResolver,
  getNamedType,
  isAbstractType,
  isObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { mustHave } from '../accounts/account.js';
import type { Loaders } from '../graph/loaders/loaders.js';
import type { Meaning } from '../graph/loaders/name-loader.js';
import { mergedInto } from '../graph/merged.js';
import { labelOf } from '../model/model.js';
import type { Context } from './context.js';
import {
  fieldsWithIds,
  isName,
  referencesOf,
  withIds,
  type Arguments,
  type FieldWithIds,
  type Reference,
} from './id-arguments.js';
import { errorOfNames, type UnclearName } from './name-errors.js';
import { referencesIn } from './operation-references.js';

/** For all references of an operation there is one statement that follows merges and one that finds names; none where neither is needed. */
export function resolveReferences(schema: GraphQLSchema): void {
  const fields = new Map(fieldsWithIds(schema).map((each) => [each.field, each]));
  const lookupFor = ({ loaders }: Context, info: GraphQLResolveInfo) =>
    loaders.reader.memo.of(lookUp, fields, () => lookUp(loaders, referencesIn(info, fields)));
  for (const each of fields.values()) {
    const { resolve = defaultFieldResolver } = each.field;
    const followsMerges = leavesMergesToUs(each, schema);
    const isOpen = (reference: Reference) => isName(reference) || (followsMerges && isOfEntity(reference));
    const isWrite = each.parent === schema.getMutationType();
    const clear = (args: Arguments, context: Context, info: GraphQLResolveInfo): Arguments | Promise<Arguments> => {
      if (!referencesOf(each, args).some(isOpen)) return args;
      if (isWrite) mustHave('EDITOR', context.account); // before names are looked up
      return lookupFor(context, info).then((lookup) => replaced(each, args, lookup, followsMerges));
    };
    each.field.resolve = (root, args: Arguments, context: Context, info) => {
      const cleared = context.memo.of(each, info.fieldNodes, () => clear(args, context, info));
      return cleared instanceof Promise
        ? cleared.then((ids) => resolve(root, ids, context, info))
        : resolve(root, cleared, context, info);
    };
  }
}

const isOfEntity = ({ text }: Reference): boolean => labelOf(text) !== undefined;

/** What is written names the entity that it means, and `region(id:)` and the like find by themselves where an id leads. */
function leavesMergesToUs({ parent, field }: FieldWithIds, schema: GraphQLSchema): boolean {
  if (parent === schema.getMutationType() || parent === schema.getSubscriptionType()) return false;
  const type = getNamedType(field.type);
  const isNode = isAbstractType(type) || (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'));
  return parent !== schema.getQueryType() || !isNode;
}

interface Lookup {
  /** Ids of merged entities, each with the one that it leads to. */
  readonly merged: ReadonlyMap<string, string>;
  readonly meanings: ReadonlyMap<string, Meaning>;
}

/** A name means one thing among regions and another among agencies. */
const keyOf = ({ text, labels = [] }: Reference): string => `${labels.join()} ${text}`;

async function lookUp({ reader, names }: Loaders, references: readonly Reference[]): Promise<Lookup> {
  const named = new Map(
    references.filter(isName).map(({ text, labels = [], place }) => [keyOf({ text, labels, place }), { text, labels }]),
  );
  const ids = references.filter(isOfEntity).map(({ text }) => text);
  const [merged, meanings] = await Promise.all([
    mergedInto((statement) => reader.read(statement), ids),
    names.meaningsOf([...named.values()]),
  ]);
  return { merged, meanings: new Map([...named.keys()].map((key, index) => [key, meanings[index] as Meaning])) };
}

/** The arguments with the ids of the entities. Throws for names that mean none, or several. */
function replaced(field: FieldWithIds, args: Arguments, { merged, meanings }: Lookup, followsMerges: boolean): Arguments {
  const unclear: UnclearName[] = [];
  const clear = withIds(field, args, (reference) => {
    const { text } = reference;
    if (!isName(reference)) return (followsMerges ? merged.get(text) : undefined) ?? text;
    const meaning = meanings.get(keyOf(reference));
    if (meaning === undefined) throw new Error('A name of the operation was not looked up.');
    if (!('id' in meaning)) unclear.push({ ...reference, ...meaning });
    return 'id' in meaning ? meaning.id : text;
  });
  if (unclear.length > 0) throw errorOfNames(unclear);
  return clear;
}
