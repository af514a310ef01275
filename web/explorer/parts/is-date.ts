/** Whether a property holds a date. Names of dates say so; a test holds the model to it. */
export const isDate = (property: string): boolean => /^effective(From|To)$|On$/.test(property);
