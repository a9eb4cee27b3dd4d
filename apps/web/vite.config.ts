import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    port: Number(process.env['WEB_PORT'] ?? 5173),
    proxy: Object.fromEntries(
      ['/api', '/trpc', '/auth', '/calendar'].map((path) => [path, { target: api, changeOrigin: false }]),
    ),
  },
  build: {
    outDir: 'dist',
    target: 'es2024',
    // Fonts stay files: a data: font would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
  },
});
