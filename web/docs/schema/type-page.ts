/** The page of a type: what it is, its fields with their arguments, and where it is used. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';
import { escaped } from '../site/code.ts';
import { inlineMarkdown } from '../site/markdown.ts';
import type { Page, Section } from '../site/page.ts';
import { anchorOf, typePath } from './type-path.ts';
import type { Uses } from './uses.ts';

const up = '../../';
const most = 40;

const typeLink = (type: GraphQLType): string => {
  const { name } = getNamedType(type);
  return escaped(String(type)).replace(name, `<a href="${up}${typePath(name)}">${name}</a>`);
};

const text = (description: string | null | undefined) => (description == null ? '' : `<p>${inlineMarkdown(description)}</p>`);
const deprecated = (reason: string | null | undefined) =>
  reason == null ? '' : `<p><strong>Deprecated.</strong> ${inlineMarkdown(reason)}</p>`;

function input({ name, type, description, defaultValue }: GraphQLArgument | GraphQLInputField): string {
  const value = defaultValue === undefined ? '' : ` = ${escaped(JSON.stringify(defaultValue))}`;
  return `<code>${name}: ${typeLink(type)}${value}</code>${text(description)}`;
}

interface Member {
  readonly name: string;
  readonly term: string;
  readonly details: string;
  readonly description: string;
}

function membersOf(type: GraphQLNamedType): Member[] {
  if (isEnumType(type))
    return type.getValues().map(({ name, description, deprecationReason }) => {
      return {
        name,
        term: `<code>${name}</code>`,
        details: text(description) + deprecated(deprecationReason),
        description: description ?? '',
      };
    });
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => {
      const details = text(field.description) + deprecated(field.deprecationReason);
      const term = input({ ...field, description: undefined });
      return { name: field.name, term, details, description: field.description ?? '' };
    });
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).map(({ name, args, type: result, description, deprecationReason }) => {
    const taken = args.map((each) => `<li>${input(each)}</li>`).join('');
    const details =
      text(description) + deprecated(deprecationReason) + (taken === '' ? '' : `<ul class="arguments">${taken}</ul>`);
    return {
      name,
      term: `<code>${name}${args.length > 0 ? '(…)' : ''}: ${typeLink(result)}</code>`,
      details,
      description: description ?? '',
    };
  });
}

const memberList = (type: GraphQLNamedType): string =>
  membersOf(type)
    .map(({ name, term, details }) => `<dt id="${anchorOf(type.name, name)}">${term}</dt><dd>${details}</dd>`)
    .join('');

function kindOf(type: GraphQLNamedType): string {
  if (isEnumType(type)) return 'enum';
  if (isInputObjectType(type)) return 'input';
  if (isInterfaceType(type)) return 'interface';
  return isScalarType(type) ? 'scalar' : 'type';
}

function useList(name: string, uses: Uses): string {
  const all = uses.get(name) ?? [];
  if (all.length === 0) return '';
  const items = all
    .slice(0, most)
    .map((use) => `<li><a href="${up}${typePath(use.type, use.field)}"><code>${use.type}.${use.field}</code></a></li>`);
  const rest = all.length > most ? `<p class="quiet">And ${all.length - most} more.</p>` : '';
  return `<h2 id="used-by">Used by</h2><ul class="uses">${items.join('')}</ul>${rest}`;
}

function relatedTypes(type: GraphQLNamedType, schema: GraphQLSchema): string {
  const related = isInterfaceType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? type.getInterfaces() : [];
  const word = isInterfaceType(type) ? 'Implemented by' : 'Implements';
  const links = related.map(({ name }) => `<a href="${up}${typePath(name)}"><code>${name}</code></a>`).join(', ');
  return related.length === 0 ? '' : `<p>${word} ${links}.</p>`;
}

/** Fields of connections, filters and inputs are alike: a search finds their type alone. */
function sectionsOf(type: GraphQLNamedType): Section[] {
  const members = membersOf(type);
  const listed = (isObjectType(type) || isInterfaceType(type)) && !type.name.endsWith('Connection');
  const whole = [type.description ?? '', ...(listed ? [] : members.map(({ name }) => name))].join(' ');
  const own = { anchor: '', title: type.name, level: 1, text: whole };
  if (!listed) return [own];
  return [
    own,
    ...members.map(({ name, description }) => ({ anchor: name, title: `${type.name}.${name}`, level: 3, text: description })),
  ];
}

export function typePage(type: GraphQLNamedType, schema: GraphQLSchema, uses: Uses): Page {
  const edge = schema.getType(type.name.replace(/Connection$/, 'Edge'));
  const parts = [
    `<h1><code>${type.name}</code> <small class="kind">${kindOf(type)}</small></h1>`,
    text(type.description),
    relatedTypes(type, schema),
    `<dl class="members">${memberList(type)}</dl>`,
    edge === undefined || edge === type
      ? ''
      : `<h2 id="${edge.name}"><code>${edge.name}</code></h2>${text(edge.description)}<dl class="members">${memberList(edge)}</dl>`,
    useList(type.name, uses),
  ];
  return {
    path: `schema/${type.name}`,
    title: type.name,
    html: parts.join('\n').replace('<dl class="members"></dl>', ''),
    sections: sectionsOf(type),
  };
}
