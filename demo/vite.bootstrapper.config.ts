import { defineConfig } from 'vite';

/** The bootstrapper is one classic script, because that is what a page's snippet includes. */
export default defineConfig({
  root: 'widget',
  build: {
    outDir: '../dist/livechatwidget/scripts',
    emptyOutDir: true,
    lib: {
      entry: 'bootstrapper/main.ts',
      formats: ['iife'],
      name: 'LiveChatBootstrapper',
      fileName: () => 'LiveChatBootstrapper.js',
    },
  },
});
