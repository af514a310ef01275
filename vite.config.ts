/** Makes a few files of dist/ from src/ and the packages that it uses: they start sooner than 1,000 modules, in less memory. */
import { appendFileSync, readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/** The licence of what unpdf has in it: its own is MIT. The character maps have theirs beside them. */
const licenceOfPdfJs: Plugin = {
  name: 'licence-of-pdf-js',
  writeBundle: () =>
    appendFileSync(
      'dist/licenses.md',
      `\n## pdf.js - 5.6.205 (Apache-2.0)\n\nPart of unpdf.\n\nCopyright Mozilla Foundation\n\n${readFileSync('LICENSE', 'utf8')}`,
    ),
};

export default defineConfig({
  publicDir: false,
  plugins: [licenceOfPdfJs],
  resolve: {
    alias: [
      { find: /^graphql$/, replacement: 'graphql/index.mjs' }, // one copy of graphql, for require() too
      { find: '@apollo/utils.createhash', replacement: 'node:crypto' }, // in a bundle it takes a hash in JavaScript
    ],
  },
  ssr: { noExternal: true, external: ['@grafeo-db/js', 'neo4j-driver'] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: false, // the playground and the built-in graph are there too
    minify: false, // stack traces show the names of functions, and with --enable-source-maps the lines of src/
    sourcemap: true,
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      input: {
        main: 'src/main.ts',
        cli: 'src/cli.ts',
        'build-graph': 'src/build-graph.ts',
        'import-thread': 'src/import/thread/thread.ts',
        'file-thread': 'src/reading/file/thread.ts',
        'pdf-thread': 'src/reading/pdf/thread.ts',
        'reading-thread': 'src/reading/thread/thread.ts',
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js', // without folders: root.ts may be in any of them
        comments: false,
        charset: 'ascii', // one character outside Latin-1 doubles the memory of a file's text
      },
    },
  },
});
