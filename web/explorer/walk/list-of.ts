/** What a text lists, with commas between. */
export const listOf = (text: string | undefined): string[] => (text ?? '').split(',').filter((part) => part !== '');
