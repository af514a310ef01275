import { defineConfig } from 'vite';
import { compressed } from '../compressed.ts';

export default defineConfig({
  root: import.meta.dirname,
  base: './', // the service puts its own address in front
  publicDir: false,
  plugins: [compressed(9)],
  build: {
    outDir: '../../dist/web/playground',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    chunkSizeWarningLimit: 3000, // kB; Monaco has 2,800
    rolldownOptions: { checks: { moduleLevelDirective: false } }, // "use client" says nothing here
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', proxy: { '/graphql': { target: 'http://127.0.0.1:4000', ws: true } } },
  // CommonJS that only a worker imports, where the dev server does not look for it.
  optimizeDeps: { include: ['monaco-graphql > picomatch-browser', 'monaco-graphql > graphql-language-service > nullthrows'] },
});
