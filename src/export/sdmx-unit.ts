/** A unit in SDMX: what is counted, and the power of ten. */
export interface SdmxUnit {
  readonly measure: string;
  /** Code list CL_UNIT_MULT: the value times ten to this power is in units of the measure. */
  readonly multiplier: number;
}

/** UCUM writes a power of ten before what is counted: `10*4.{car}` or `10^8.CNY`. Prefixes such as the k of `km` belong to the unit. */
/** Of a rank, which has no unit, nothing. */
export function sdmxUnit(unit: string | undefined): Partial<SdmxUnit> {
  if (unit === undefined) return {};
  const [, exponent, measure] = /^10[*^](\d{1,2})(?:\.?(.+))?$/.exec(unit) ?? [];
  return exponent === undefined ? { measure: unit, multiplier: 0 } : { measure: measure ?? '1', multiplier: Number(exponent) };
}
