import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { defineConfig } from 'vite';
import { compiledMessages } from '../compiled-messages.ts';
import { compressed } from '../compressed.ts';

export default defineConfig({
  root: import.meta.dirname,
  base: './', // the service puts its own address in front
  publicDir: false,
  plugins: [
    optimizeLocales.vite({ locales: ['en-US', 'zh-CN'] }), // React Aria has words in 34 languages
    compiledMessages,
    compressed(10),
  ],
  build: {
    outDir: '../../dist/web/explorer',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      checks: { moduleLevelDirective: false }, // "use client" says nothing here
      output: { codeSplitting: { groups: [{ name: 'frame', tags: ['$initial'] }] } }, // each file more costs the headers of a response, and is compressed alone
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/graphql': { target: 'http://127.0.0.1:4000', ws: true }, '/text': 'http://127.0.0.1:4000' },
  },
});
