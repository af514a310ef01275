/** What the name of an account or key may hold: one rule for tokens, the command line and the file of keys. */

/** Control and format characters, which turn or hide the text around them; separators of lines; half characters; and code points that stand for none. */
const misleading = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/u;

export const longestKeyName = 100;

/** Whether a name is one line that reads as it is written. */
export const isReadableName = (name: unknown, longest: number): name is string =>
  typeof name === 'string' && name.trim() !== '' && name.length <= longest && !misleading.test(name);
