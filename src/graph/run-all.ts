import type { Transaction } from './port.js';
import type { Statement } from './query.js';

/** Runs statements in their order, each after the one before. */
export async function runAll(transaction: Transaction, statements: readonly Statement<unknown>[]): Promise<void> {
  for (const statement of statements) await transaction.run(statement);
}
