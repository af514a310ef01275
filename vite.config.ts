/** Makes a few files of dist/ from src/ and the packages that it uses: they start sooner than 1,000 modules, in less memory. */
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
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
