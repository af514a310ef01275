/** The words of the explorer: all in files of messages, and the same in every language. */
import { readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TYPE, parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import compile from 'icu-minify/compile';
import { _createCache, _createIntlFormatters } from 'use-intl/core';
import interpreted from 'use-intl/format-message';
import compiled from 'use-intl/format-message/format-only';
import { parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../web/explorer/', import.meta.url));
const languages = ['en', 'zh'] as const;

/** The text of each message of a language, by file and key: "states.retry". */
function messagesOf(language: string): Map<string, string> {
  const folder = `${root}messages/${language}/`;
  const flat = (value: unknown, path: string): [string, string][] =>
    typeof value === 'string'
      ? [[path, value]]
      : Object.entries(value ?? {}).flatMap(([key, each]) => flat(each, `${path}.${key}`));
  return new Map(readdirSync(folder).flatMap((file) => flat(JSON.parse(readFileSync(folder + file, 'utf8')), file.slice(0, -5))));
}

/** The names of the values that a message needs. */
function parametersOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.select || element.type === TYPE.plural)
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => parametersOf(value))];
    return element.type === TYPE.tag ? [element.value, ...parametersOf(element.children)] : [element.value];
  });
}

const parameters = (message: string) => [...new Set(parametersOf(parse(message)))].sort();
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.d)\.tsx?$/.test(file));
const texts = new Map(sources.map((file) => [file, readFileSync(root + file, 'utf8')]));

describe('the messages of the explorer', () => {
  const [english, chinese] = languages.map(messagesOf) as [Map<string, string>, Map<string, string>];

  it('are the same in English and Chinese, with the same values', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
    const differing = [...english].filter(
      ([key, message]) => parameters(message).join() !== parameters(chinese.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('are words, each in its own language', () => {
    const empty = [...english, ...chinese].filter(([, message]) => message.trim() === '');
    expect(empty).toEqual([]);
    const han = /\p{Script=Han}/u;
    const foreign = [...english].filter(([key, message]) => han.test(message) && key !== 'shell.chinese');
    expect(foreign).toEqual([]);
    const untranslated = [...chinese].filter(
      ([key, message]) => /[a-z]{4}/.test(bare(message)) && !han.test(message) && !sameEverywhere(key),
    );
    expect(untranslated).toEqual([]);
  });

  it('are all shown somewhere', () => {
    const unused = [...english.keys()].filter((path) => !path.startsWith('model.') && !isUsed(path)); // model-words.test.ts
    expect(unused).toEqual([]);
  });

  it.each([0, 1, 2, 1_234])('read alike compiled and interpreted, with %i of each', (count) => {
    const cache = _createCache();
    for (const [locale, messages] of [['en', english] as const, ['zh', chinese] as const]) {
      const options = { cache, formatters: _createIntlFormatters(cache), locale, timeZone: 'UTC' };
      const differing = [...messages].filter(([key, message]) => {
        const tags = new Set([...message.matchAll(/<(\w+)>/g)].map(([, tag]) => tag));
        const valueOf = (name: string) => (tags.has(name) ? (parts: unknown) => `<${String(parts)}>` : count);
        const values = Object.fromEntries(parameters(message).map((name) => [name, valueOf(name)]));
        return compiled(key, compile(message), values, options) !== interpreted(key, message, values, options);
      });
      expect(differing).toEqual([]);
    }
  });

  it('are the only words of the views', () => {
    expect([...texts].filter(([file]) => file.endsWith('x')).flatMap(([file, text]) => wordsOf(file, text))).toEqual([]);
  });

  it('are read by a check that finds what it looks for', () => {
    const view = `<div className="fine" title="one word" aria-label={isOpen ? 'open' : t('closed')}>
      plain text <b>{isOpen && 'shown'}</b> · {t('right')} {\`\${count} rows\`} {' '}— <a href="/fine">{name}</a></div>;`;
    expect(wordsOf('view.tsx', view).sort()).toEqual(
      ['one word', 'open', 'plain text', 'rows', 'shown'].map((word) => `view.tsx: ${word}`),
    );
    expect(['states.retry', 'states.never', 'walk.line.CERTAIN', 'walk.never.CERTAIN'].map(isUsed)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(parameters('{count, plural, one {# row of {name}} other {# rows}} <b>{day, date, short}</b>')).toEqual([
      'b',
      'count',
      'day',
      'name',
    ]);
  });
});

/** A message without what a program fills in. */
const bare = (message: string) => message.replaceAll(/\{[^}]*\}|<[^>]*>/g, '');

/** Names that no language translates. */
const sameEverywhere = (key: string) => ['shell.name', 'shell.english'].includes(key) || key.startsWith('along.formats.');

/**
 * A key is used where a file that reads its view, or one that such a file imports, has its name or a template for it:
 * t('nextPage'), t(isOpen ? 'close' : 'open'), t(`kind.${kind}`).
 */
function isUsed(path: string): boolean {
  const steps = path.split('.');
  return steps.slice(0, -1).some((_, depth) => isUsedUnder(steps.slice(0, depth + 1).join('.'), steps.slice(depth + 1)));
}

/** A view may read a part of its messages: useTranslations('review.edit'). */
function isUsedUnder(view: string, parts: readonly string[]): boolean {
  const readers = [...texts].filter(([, text]) => text.includes(`useTranslations('${view}')`));
  const files = new Set(readers.flatMap(([file, text]) => [file, ...importsOf(file, text)]));
  const forms = [`'${parts.join('.')}'`, ...(parts.length > 1 ? [`\`${parts.slice(0, -1).join('.')}.\${`] : [])];
  return [...files].some((file) => forms.some((form) => texts.get(file)?.includes(form)));
}

const importsOf = (file: string, text: string): string[] =>
  [...text.matchAll(/from '(\.[^']+)'/g)].map(([, path]) => posix.join(posix.dirname(file), path!));

const labels = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'alt',
  'placeholder',
  'label',
  'description',
  'children',
]);

/** The words that a view writes itself: text between tags, and strings that are shown or read out. */
function wordsOf(file: string, source: string): string[] {
  const words: string[] = [];
  const add = (text: string) => /\p{L}{2}/u.test(text) && words.push(`${file}: ${text.trim().replaceAll(/\s+/g, ' ')}`);
  const addShown = (node: any): void => {
    if (node === null) return;
    if (node.type === 'JSXText') add(node.value);
    if (node.type === 'Literal' && typeof node.value === 'string') add(node.value);
    if (node.type === 'TemplateLiteral') for (const { value } of node.quasis) add(value.cooked);
    if (node.type === 'JSXExpressionContainer') addShown(node.expression);
    if (node.type === 'ConditionalExpression') [node.consequent, node.alternate].forEach(addShown);
    if (node.type === 'LogicalExpression') addShown(node.right);
  };
  new Visitor({
    JSXElement: ({ children }) => children.forEach(addShown),
    JSXFragment: ({ children }) => children.forEach(addShown),
    JSXAttribute: ({ name, value }) => void (name.type === 'JSXIdentifier' && labels.has(name.name) && addShown(value)),
  }).visit(parseSync(file, source).program);
  return words;
}
