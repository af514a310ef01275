import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readKeys } from '../../accounts/keys-file.js';
import { textsIn } from '../../archive.js';
import { query } from '../../graph/query.js';
import { Setup, type SetupCheck } from './setup.js';

export interface SetupSettings {
  readonly archive: string | undefined;
  readonly keys: string | undefined;
  /** The folder where the keys are by default. */
  readonly data: string;
  readonly jwt: { readonly jwks: string } | undefined;
}

/** The checks that the settings call for. */
export function setupOf({ archive, keys, data, jwt }: SetupSettings): Setup {
  return new Setup({
    ...(archive === undefined ? {} : { POLICYGRAPH_ARCHIVE: archiveCheck(archive) }),
    ...(keys === undefined ? {} : { POLICYGRAPH_KEYS: keysCheck(keys, keys !== join(data, 'keys.json')) }),
    ...(jwt === undefined ? {} : { POLICYGRAPH_JWT_JWKS: issuerCheck(jwt.jwks) }),
  });
}

const documents = query<{ hashes: readonly string[] }, { documents: number }>('graph/archived-documents');

/** Files that are looked up together, how many are looked at in all, and their bytes. */
const [batch, mostFiles, mostBytes] = [50, 2_000, 200_000_000];

/** Looks at files until one of them is the text of a document. */
function archiveCheck(folder: string): SetupCheck {
  return async (graph) => {
    let [hashes, files, size, found]: [string[], number, number, number] = [[], 0, 0, 0];
    const look = async () => {
      const [row] = await graph.read(documents({ hashes }));
      [found, hashes] = [row?.documents ?? 0, []];
    };
    try {
      for await (const { hash, bytes } of textsIn(folder)) {
        [files, size] = [files + 1, size + bytes.length];
        hashes.push(hash);
        if (hashes.length === batch) await look();
        if (found > 0) return undefined;
        if (files === mostFiles || size > mostBytes) break;
      }
    } catch (error) {
      const { code, syscall } = error as NodeJS.ErrnoException;
      if (syscall === undefined) throw error;
      return `${archiveProblems[code ?? ''] ?? `cannot be read (${code})`}: evidence shows no quotes`;
    }
    await look();
    if (found > 0) return undefined;
    return `has ${files === 0 ? 'no files' : 'no text that a document of the graph names'}: evidence shows no quotes`;
  };
}

const archiveProblems: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'is not a folder',
  EACCES: 'cannot be read by this user',
};

/** By default there need not be a file: `policygraph keys` makes it. */
function keysCheck(file: string, isSet: boolean): SetupCheck {
  return async () => {
    if (!existsSync(file)) return isSet ? 'does not exist: every key is refused' : undefined;
    try {
      readKeys(file);
      return undefined;
    } catch {
      return 'is not a file of keys that can be read: every key is refused';
    }
  };
}

/** In milliseconds. */
const issuerTimeout = 1_000;

function issuerCheck(jwks: string): SetupCheck {
  return async () => {
    try {
      const response = await fetch(jwks, { signal: AbortSignal.timeout(issuerTimeout) });
      const { keys } = (await response.json()) as { keys?: unknown };
      return response.ok && Array.isArray(keys) ? undefined : 'answers with no keys: every token is refused';
    } catch {
      return 'cannot be reached: every token is refused until it can';
    }
  };
}
