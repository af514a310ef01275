/** Which amounts of a sentence measure something. */
import type { AmountInText } from '../../amounts.js';
import type { TypedSentence } from '../typed-sentence.js';

export interface MeasuringAmount {
  readonly amount: AmountInText;
  /** Its index among the parts of its sentence. */
  readonly index: number;
  /** The same amount in another currency, as the text gives it. */
  readonly converted?: AmountInText | undefined;
}

/** How long something lasts, and how many bodies or articles a sentence goes on to name, measure nothing. */
const uncounted =
  /^(?:a|mo|wk|d|h|min|\{(?:department|ministry|agency|authority|issuer|body|article|chapter|clause|sector|part|step|pillar|point|time|measure|item|member|other)\})$/;

/** The amounts that are values of an indicator, each with its conversion. */
export function measuringAmounts({ parts }: TypedSentence): MeasuringAmount[] {
  const amounts = parts.flatMap((part, index) => (part.type === 'Amount' ? [{ amount: part.amount, index }] : []));
  return amounts
    .filter(({ amount }) => amount.unit !== undefined && amount.convertedFrom === undefined && !isListed(amount))
    .map(({ amount, index }) => ({
      amount,
      index,
      converted: amounts.find(({ amount: { convertedFrom } }) => convertedFrom?.start === amount.start)?.amount,
    }));
}

/** "The six banks", 四部门: a small number in words says how many things are meant, and measures none. */
const isListed = ({ unit = '', text }: AmountInText): boolean =>
  uncounted.test(unit) || (unit.startsWith('{') && !/\d/.test(text) && !/million|billion|hundred|thousand|[百千万亿]/.test(text));
