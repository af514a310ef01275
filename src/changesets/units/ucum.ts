/**
 * The grammar of units: UCUM (https://ucum.org/ucum, case sensitive), and currencies of ISO 4217 in place of its atoms, as in "USD/kg".
 * docs/decisions/014 records why the project reads them itself.
 */

const prefixes = 'Y Z E P T G M k h da d c m u n p f a z y Ki Mi Gi Ti'.split(' ');

/** Atoms that take a prefix. */
const metric = new Set(
  `m s g rad K C cd mol sr Hz N Pa J W A V F Ohm S Wb Cel T H lm lx Bq Gy Sv kat l L ar t bar u eV pc cal st tex bit By Bd B Np
   eq osm [IU] U [g] G Mx Oe P St Gal dyn erg`.split(/\s+/),
);

const plain = new Set(
  `% [ppth] [ppm] [ppb] [pptr] [pi] deg ' '' gon min h d wk mo mo_s mo_j mo_g a a_t a_j a_g atm AU [ly] [c]
   [in_i] [ft_i] [yd_i] [mi_i] [fth_i] [nmi_i] [kn_i] [acr_us] [ft_us] [mi_us] [sft_i] [cft_i] [mi_i] [acr_br]
   [gal_us] [qt_us] [pt_us] [foz_us] [bbl_us] [bu_us] [gal_br] [lb_av] [oz_av] [gr] [ston_av] [lton_av] [scwt_av] [lcwt_av] [stone_av]
   [oz_tr] [lb_tr] [car_m] [car_Au] [lbf_av] [psi] [HP] [Btu] [Btu_IT] [Cal] [degF] [degR] [den]`.split(/\s+/),
);

/** Of ISO 4217, as the ICU of Node.js lists them. */
const currencies = new Set(Intl.supportedValuesOf('currency'));

export const isCurrency = (text: string): boolean => currencies.has(text);

/** Whether a text is a unit, such as "CNY", "kW.h", "{car}/a", "10*4.t". */
export function isUnit(text: string): boolean {
  const tokens = text.match(/[()./]|(?:\[[^\]]*\]|[^()./{}[\]])*(?:\{[^{}]*\})?/g)?.filter((token) => token !== '') ?? [];
  if (tokens.join('') !== text) return false;
  let depth = 0;
  let needsOperand = true;
  for (const [index, token] of tokens.entries()) {
    if (token === '(' || token === ')') {
      if (needsOperand !== (token === '(')) return false;
      depth += token === '(' ? 1 : -1;
      if (depth < 0) return false;
    } else if (token === '.' || token === '/') {
      if (needsOperand && !(token === '/' && index === 0)) return false;
      needsOperand = true;
    } else {
      if (!needsOperand || !isComponent(token)) return false;
      needsOperand = false;
    }
  }
  return depth === 0 && !needsOperand;
}

/** A factor, or an atom with a power, and what is counted in braces after it, or that alone. */
function isComponent(text: string): boolean {
  const [, annotated = '', annotation] = /^([^{}]*)(?:\{([!-z|~]+)\})?$/.exec(text) ?? [undefined, '\0'];
  if (annotated === '') return annotation !== undefined;
  if (/^[1-9]\d*$/.test(annotated) || /^10[*^][-+]?\d+$/.test(annotated)) return true;
  const [, atom = ''] = /^(.*?)(?:[-+]?[1-9]\d*)?$/.exec(annotated) ?? [];
  return plain.has(atom) || metric.has(atom) || currencies.has(annotated) || hasPrefix(atom);
}

const hasPrefix = (atom: string): boolean =>
  prefixes.some((prefix) => atom.startsWith(prefix) && metric.has(atom.slice(prefix.length)));
