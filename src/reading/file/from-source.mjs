// Threads do not inherit the loader of TypeScript: in development and in tests, the thread is read from its source.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
