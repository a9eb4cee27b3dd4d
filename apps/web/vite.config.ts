import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, normalizePath } from 'vite';
import { viteStaticCopy } from 'vite-plugin-static-copy';

const api = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

const pdfjs = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
const { version } = JSON.parse(readFileSync(join(pdfjs, 'package.json'), 'utf8')) as { version: string };
/** What pdf.js asks for by name as a file needs it: under its version, so that it may be kept for ever. */
const PDF_PARTS = {
  wasm: '{jbig2.wasm,openjpeg.wasm,qcms_bg.wasm,*_nowasm_fallback.js,LICENSE*}',
  cmaps: '*',
  standard_fonts: '*',
  iccs: '*',
};

export default defineConfig({
  plugins: [
    react(),
    viteStaticCopy({
      targets: Object.entries(PDF_PARTS).map(([folder, files]) => ({
        src: normalizePath(join(pdfjs, folder, files)),
        dest: `assets/pdfjs-${version}/${folder}`,
        rename: { stripBase: true },
      })),
    }),
  ],
  server: {
    host: '127.0.0.1',
    port: Number(process.env['WEB_PORT'] ?? 5173),
    proxy: Object.fromEntries(
      ['/api', '/trpc', '/auth', '/calendar', '/codec'].map((path) => [
        path,
        { target: api, changeOrigin: false },
      ]),
    ),
  },
  build: {
    outDir: 'dist',
    target: 'es2024',
    // Fonts stay files: a data: font would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
  },
});
