/** The state of another view, for a link to it: that of this view stays behind. */
export const only = (state: Readonly<Record<string, string>>) => () => state;
