// Removes what earlier builds left in dist/: a build replaces its files, and would leave those that it no longer makes in the package.
import { rmSync } from 'node:fs';

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
