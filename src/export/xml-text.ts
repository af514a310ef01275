/** XML has no way to write these characters, escaped or not. No door lets them in today; older stores may hold some. */
export const allowed = (value: string): string =>
  // oxlint-disable-next-line no-control-regex
  value.toWellFormed().replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
