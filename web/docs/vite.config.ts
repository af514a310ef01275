import { defineConfig } from 'vite';
import { compressed } from '../compressed.ts';
import { documentation } from './site/documentation.ts';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [documentation(), compressed(8, /\.(js|css|html|json|svg)$/)],
  build: {
    outDir: '../../dist/web/docs',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      input: { reader: `${import.meta.dirname}/reader/main.ts`, theme: `${import.meta.dirname}/reader/theme.ts` },
    },
  },
});
