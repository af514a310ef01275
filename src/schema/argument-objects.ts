/**
 * Arguments as instances of their classes, checked by the validators of these: what type-graphql does for each call, in a promise each time.
 * Here it is done at once, so that a field can keep the result for all of its parents.
 */
import { getMetadataStorage, validateSync, type ValidatorOptions } from 'class-validator';
import { ArgumentValidationError, type ClassType } from '../type-graphql/decorators.js';
import { inputClasses, type InputField } from '../type-graphql/metadata.js';

type Values = Readonly<Record<string, unknown>>;

/** Errors of validation name arguments and never echo their values: an answer must not outgrow its question. */
export const validatorOptions = {
  validationError: { target: false, value: false },
  stopAtFirstError: true,
  forbidUnknownValues: false,
} satisfies ValidatorOptions;

/** class-validator looks through the validators of all classes each time; those of one class, asked for without groups, do not change. */
function findValidatorsOnce(): void {
  const storage = getMetadataStorage();
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const found = new Map<Function, ReturnType<typeof find>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (groups !== undefined) return find(target, schema, always, strictGroups, groups);
    const validators = found.get(target) ?? find(target, schema, always, strictGroups, groups);
    found.set(target, validators);
    return validators;
  };
}

findValidatorsOnce();

/** The instance of a class of arguments. Throws ArgumentValidationError. */
export const argumentObject = (type: ClassType, args: Values): object => valid(instanceOf(type, args));

/** The value of one argument, which may be an input. Throws ArgumentValidationError. */
export function argumentValue(type: unknown, value: unknown): unknown {
  const argument = converted(type, value);
  for (const each of [argument].flat()) if (typeof each === 'object' && each !== null) valid(each);
  return argument;
}

function valid<T extends object>(object: T): T {
  const errors = validateSync(object, { ...validatorOptions, skipMissingProperties: true });
  if (errors.length > 0) throw new ArgumentValidationError(errors);
  return object;
}

function instanceOf(type: ClassType, values: Values): object {
  const given = fieldsOf(type).filter(({ name }) => values[name] !== undefined);
  const object = new type() as Record<string, unknown>;
  for (const name of Object.keys(object)) if (object[name] === undefined && values[name] === undefined) delete object[name];
  for (const { name, type: typeOf } of given) object[name] = converted(typeOf(), values[name]);
  return object;
}

/** Values of input types become instances too; scalars and enums are what graphql-js made of them. */
function converted(type: unknown, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => converted(type, item));
  const isInput = typeof value === 'object' && value !== null && classes().has(type as Function);
  return isInput ? instanceOf(type as ClassType, value as Values) : value;
}

const fields = new Map<Function, readonly InputField[]>();

/** The fields of a class and of those that it extends. */
function fieldsOf(type: Function): readonly InputField[] {
  const known = fields.get(type);
  if (known !== undefined) return known;
  const own = classes().get(type) ?? [];
  const base = Object.getPrototypeOf(type) as Function;
  const inherited = base.prototype === undefined ? [] : fieldsOf(base);
  const all = [...inherited.filter(({ name }) => !own.some((field) => field.name === name)), ...own];
  fields.set(type, all);
  return all;
}

let known: ReturnType<typeof inputClasses> | undefined;

const classes = (): ReturnType<typeof inputClasses> => (known ??= inputClasses());
