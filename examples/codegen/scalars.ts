/** A string of one kind: the compiler does not take another kind, or any string, for it. */
type Branded<Name extends string> = string & { readonly __brand: Name };

export type Day = Branded<'Day'>;
export type Instant = Branded<'Instant'>;
/** A date that may be vague: "2019", "[2019-04-21..2019-04-30]". */
export type Edtf = Branded<'Edtf'>;
