/** What programs and people leave in a cell of a table where there is no value. */

const words = new Set(
  `#N/A #REF! #VALUE! #DIV/0! #NAME? #NULL! #NUM! #SPILL! #CALC! #FIELD! #BUSY! #GETTING_DATA N/A n/a <NA> NaN nan -nan NaT None NULL null Null nil \\N undefined`.split(
    ' ',
  ),
);

/** "-", "——", "/", "?", "...", and "####" of a column that was too narrow. */
const signs = /^[-–—―−_/\\?.…*#~]+$/;

export const isLeftover = (text: string): boolean => words.has(text) || signs.test(text.normalize('NFKC'));

export const leftoverSentence =
  'is a placeholder for a missing value: leave the cell empty, list the text under "empty" of the mapping, or give it a meaning under lookups';
