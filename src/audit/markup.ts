/** HTML with every value escaped that is not markup itself. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = string | number | undefined | Markup | readonly Markup[];

export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(String.raw({ raw: strings }, ...values.map(textOf)));
}

function textOf(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('');
  return String(value ?? '').replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
