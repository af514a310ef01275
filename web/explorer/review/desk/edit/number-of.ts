/** A number as people write it: "2,700", "1.5"; null where there is none. */
export function numberOf(text: string): number | null {
  const digits = text.replaceAll(/[\s,，_]/g, '');
  const number = Number(digits);
  return digits === '' || Number.isNaN(number) ? null : number;
}
