import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { defineConfig } from 'vite';
import { compressed } from '../compressed.ts';

/** What every view loads, in one file: each file of its own costs a response's headers and compresses worse. */
const frame =
  /node_modules\/(react|react-dom|scheduler|@tanstack|@urql|urql|wonka|@0no-co|use-intl|intl-messageformat|@formatjs|use-sync-external-store)\/|explorer\/(url|shell|api)\//;

export default defineConfig({
  root: import.meta.dirname,
  base: './', // the service puts its own address in front
  publicDir: false,
  plugins: [optimizeLocales.vite({ locales: ['en-US', 'zh-CN'] }), compressed(10)], // React Aria has words in 34 languages
  build: {
    outDir: '../../dist/web/explorer',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      checks: { moduleLevelDirective: false }, // "use client" says nothing here
      output: { codeSplitting: { groups: [{ name: 'frame', test: frame }] } },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/graphql': { target: 'http://127.0.0.1:4000', ws: true } } },
});
