import type { useTranslations } from 'use-intl';

type Translate = ReturnType<typeof useTranslations<'units'>>;

/** What units are called in the language of the page: those of ISO 4217 and UCUM, and what is counted, such as "{car}". */
export class UnitWords {
  constructor(
    private readonly t: Translate,
    private readonly locale: string,
  ) {}

  /** "cars", or "car" where `count` is 1; "US dollars per kilogram". */
  of(unit: string, count = 2): string {
    const [whole = '', ...bases] = outsideBraces(unit, '/');
    const words = this.product(whole, count);
    return bases.reduce((all, base) => this.t('per', { unit: all, base: this.base(base) }), words).trim();
  }

  private base(unit: string): string {
    return this.t.has(`base.${unit}` as 'base.mo') ? this.t(`base.${unit}` as 'base.mo') : this.product(unit, 1);
  }

  /** "kW.h", or "10*4.t": what it is multiplied by is a number, and the rest has a word as a whole or each its own. */
  private product(unit: string, count: number): string {
    const terms = outsideBraces(unit, '.');
    const factor = terms.map(factorOf).reduce<number>((product, each) => product * (each ?? 1), 1);
    const named = terms.filter((term) => factorOf(term) === undefined);
    const words = this.known(named.join('·'), count) ?? named.map((term) => this.term(term, count)).join('·');
    return factor === 1 ? words : this.t('times', { factor: factor.toLocaleString(this.locale), unit: words });
  }

  /** An atom, what is counted, or an atom of something: "kg{CO2}". */
  private term(term: string, count: number): string {
    const [, atom = '', thing] = /^([^{]*)(?:\{(.*)\})?$/.exec(term) ?? [undefined, term];
    const named = thing === undefined ? undefined : (this.known(thing, count) ?? thing.replaceAll('_', ' '));
    if (atom === '') return named ?? '';
    const words = this.known(atom, count) ?? this.currency(atom, count) ?? symbolOf(atom);
    return named === undefined ? words : this.t('of', { unit: words, thing: named });
  }

  private known(code: string, count: number): string | undefined {
    const key = `unit.${code.replaceAll(/[{}]/g, '')}` as 'unit.car';
    return this.t.has(key) ? this.t(key, { count }) : undefined;
  }

  private currency(code: string, count: number): string | undefined {
    if (!/^[A-Z]{3}$/.test(code)) return undefined;
    const form = { style: 'currency', currencyDisplay: 'name', minimumFractionDigits: 0, maximumFractionDigits: 10 } as const;
    const money = new Intl.NumberFormat(this.locale, { ...form, currency: code });
    return money.formatToParts(count).find(({ type }) => type === 'currency')?.value;
  }
}

/** The parts of a unit between signs, without those within braces. */
const outsideBraces = (unit: string, sign: '/' | '.'): string[] => unit.split(sign === '/' ? /\/(?![^{]*\})/ : /\.(?![^{]*\})/);

/** The number that a term is: "1000", "10*4", "10^4". */
function factorOf(term: string): number | undefined {
  const [, power] = /^10[*^]([-+]?\d+)$/.exec(term) ?? [];
  if (power !== undefined) return 10 ** Number(power);
  return /^\d+$/.test(term) ? Number(term) : undefined;
}

/** An atom without a word, as it is printed: "cm³", "acr". */
const symbolOf = (atom: string): string =>
  atom
    .replace(/^\[(\w+?)(?:_\w+)?\]/, '$1')
    .replace(/[-+]?\d+$/, (power) => [...power].map((digit) => superscripts[digit] ?? digit).join(''));

const superscripts: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789-'].map((digit, index) => [digit, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁻'][index]!]),
);
