/** Reports a step of the start. */
export const say = (line: string) => process.stdout.write(`${line}\n`);
