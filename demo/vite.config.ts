import { defineConfig } from 'vite';
import { iconFonts } from './widget/iconFonts.build.ts';

export default defineConfig({
  root: 'widget',
  base: '/livechatwidget/',
  plugins: [iconFonts()],
  // Some of the widget's dependencies are written for bundlers that know Node's global.
  define: { global: 'globalThis' },
  build: {
    outDir: '../dist/livechatwidget',
    emptyOutDir: true,
    rolldownOptions: { input: 'widget/frame.html' },
    // The vendor's widget is one large bundle, as the hosted one is.
    chunkSizeWarningLimit: 10_000,
  },
});
