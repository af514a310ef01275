import { entities as model, type EntityModel, type Label } from '../graph/model.js';
import type { Code, EntityRecord, Name } from '../graph/records.js';
import { entitySchemas } from './file-schema.js';
import { labelOf } from './ids.js';
import type { Problem } from './problem.js';
import { compile, fits } from './validator.js';
import type { YamlFile } from './yaml.js';

type Raw = Readonly<Record<string, string | number>> & {
  readonly id: string;
  readonly names?: readonly (Omit<Name, 'kind'> & Partial<Name>)[];
  readonly description?: string;
  readonly codes?: readonly Code[];
  readonly identifiers?: readonly Code[];
};

const validators = new Map<Label, ReturnType<typeof compile>>();

/** The entities of one YAML list. */
export function readEntities(file: YamlFile, problems: Problem[]): EntityRecord[] {
  return (file.value as readonly Raw[]).flatMap((raw, index) => {
    const label = typeof raw?.id === 'string' ? labelOf(raw.id) : undefined;
    if (label === undefined) {
      problems.push(file.problem([index, 'id'], `must have an id that begins with a type: ${Object.keys(model).map((name) => `${name.toLowerCase()}:`).join(' ')}`));
      return [];
    }
    if (!fits(validatorFor(label), file, [index], raw, problems)) return [];
    const entity = entityOf(raw, label);
    checkNames(entity, file, index, problems);
    return [entity];
  });
}

function validatorFor(label: Label): ReturnType<typeof compile> {
  const known = validators.get(label) ?? compile(entitySchemas[label]);
  validators.set(label, known);
  return known;
}

function entityOf(raw: Raw, label: Label): EntityRecord {
  const properties = Object.keys((model[label] as EntityModel).properties).filter((key) => raw[key] !== undefined);
  const names = raw.names ?? [{ value: String(raw['title']), lang: String(raw['language'] ?? 'en') }];
  return {
    id: raw.id,
    label,
    names: names.map(({ value, lang, kind = 'PREFERRED' }) => ({ value, lang, kind })),
    description: raw.description,
    codes: raw.codes ?? [],
    identifiers: raw.identifiers ?? [],
    properties: Object.fromEntries(properties.map((key) => [key, raw[key] as string | number])),
  };
}

function checkNames({ names }: EntityRecord, file: YamlFile, index: number, problems: Problem[]): void {
  const languages = new Set<string>();
  for (const [position, { kind, lang }] of names.entries()) {
    if (kind !== 'PREFERRED') continue;
    if (languages.has(lang)) problems.push(file.problem([index, 'names', position], `is a second PREFERRED name in "${lang}": give it a kind, such as ALIAS`));
    languages.add(lang);
  }
  if (languages.size === 0) problems.push(file.problem([index, 'names'], 'must have a PREFERRED name in some language'));
}
