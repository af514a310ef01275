import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { hint } from '../graph/search/meant.js';
import { integerProblem } from './decimal.js';
import { textRules } from './text.js';
import type { Located, Problem, Step } from './problem.js';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, verbose: true });
for (const [form, rule] of Object.entries(textRules)) ajv.addFormat(form, (text: string) => rule(text) === undefined);

/** A schema, compiled when it is first used: it takes long, and most commands use few of them. */
export type Validator = () => ValidateFunction;

export function compile(schema: object): Validator {
  let compiled: ValidateFunction | undefined;
  return () => (compiled ??= ajv.compile(schema));
}

/** Checks a value of a file against a schema; `at` is its place in the file. Returns whether it fits. */
export function fits(
  validator: Validator,
  file: Pick<Located<unknown>, 'problem'>,
  at: readonly Step[],
  value: unknown,
  problems: Problem[],
): boolean {
  const validate = validator();
  if (validate(value)) return true;
  const errors = (validate.errors ?? []).filter((error) => error.keyword !== 'if' && !isOfAlternative(error));
  for (const error of errors) problems.push(file.problem([...at, ...steps(error)], sentence(error)));
  return false;
}

/** Evidence has a locator or a record: the complaints of each alternative say less than the sentence for all of them. */
const isOfAlternative = ({ schemaPath }: ErrorObject): boolean => /\/(oneOf|anyOf)\/\d/.test(schemaPath);

function steps({ instancePath, keyword, params }: ErrorObject): Step[] {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return keyword === 'additionalProperties' ? [...path, (params as { additionalProperty: string }).additionalProperty] : path;
}

function sentence({ keyword, params, parentSchema, message, schema, data }: ErrorObject): string {
  const { additionalProperty, missingProperty } = params as Record<string, string>;
  const allowed = Object.keys((parentSchema as { properties?: object }).properties ?? {});
  switch (keyword) {
    case 'additionalProperties':
      return `is an unknown key: "${additionalProperty}"; allowed: ${allowed.join(', ')}${hint(additionalProperty ?? '', allowed)}`;
    case 'required':
      return `must have "${missingProperty}"`;
    case 'enum':
      return `must be one of ${(schema as string[]).join(', ')}${hint(String(data), schema as string[])}`;
    case 'oneOf':
      return 'must have start, end and sha256 (a passage of a text), or record (the key of a record of a data set)';
    case 'anyOf':
      return 'must have value and unit, or rank where the source gives only that';
    case 'maxItems':
      return `must have at most ${Number(schema).toLocaleString('en')} entries`;
    case 'format':
      return textRules[schema as keyof typeof textRules](String(data)) ?? '';
    case 'minimum':
    case 'maximum':
      return integerProblem(data) ?? message ?? '';
    case 'type':
      return schema === 'string' ? 'must be text: put it in quotes' : (message ?? '');
    default:
      return message ?? 'is not right';
  }
}
