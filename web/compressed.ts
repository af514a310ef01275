/** Writes each file of a build compressed beside itself, so that the service compresses none of them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const [gzipped, brotlied] = [promisify(gzip), promisify(brotliCompress)];
/** `quality` is Brotli's, of 11: each step beyond 9 takes several times as long; `names` are those of files that are compressed. */
export const compressed = (quality: number, names = /\.(js|css)$/): Plugin => ({
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const files = Object.entries(bundle).filter(([name]) => names.test(name));
    await Promise.all(
      files.map(async ([name, file]) => {
        const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
        const path = join(dir, name);
        await writeFile(`${path}.gz`, await gzipped(content, { level: 9 }));
        await writeFile(`${path}.br`, await brotlied(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
      }),
    );
  },
});
