import { builtinModules } from 'node:module'
import path from 'node:path'
import { defineConfig } from 'vite'

const entriesOf: Record<string, Record<string, string>> = {
  main: {
    main: 'main.ts',
    'writer.worker': 'threads/writer.worker.ts',
    'reader.worker': 'threads/reader.worker.ts',
    'restore.worker': 'threads/restore.worker.ts',
    'file-reader.process': 'threads/file-reader.process.ts',
    'file-reader-library.worker': 'threads/file-reader-library.worker.ts',
  },
  preload: { preload: 'preload.ts' },
  'print-preload': { 'print-preload': 'print-preload.ts' },
}

/**
 * `vite build -c src-main/vite.config.ts --mode main|preload|print-preload`: CommonJS for Node 18 (Electron 25)
 * and newer. Everything but Electron and the native addon is bundled. Each preload is built alone, so that it
 * is one file: a sandboxed preload can require nothing but `electron`.
 */
export default defineConfig(({ mode }) => {
  const isPreload = mode.endsWith('preload')
  return {
    root: import.meta.dirname,
    mode: 'production',
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    resolve: isPreload ? {} : { conditions: ['node'], mainFields: ['module', 'main'] },
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: true,
      target: isPreload ? 'chrome114' : 'node18',
      outDir: path.resolve(import.meta.dirname, isPreload ? '../out/preload' : '../out/main'),
      emptyOutDir: false,
      sourcemap: true,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(entriesOf[mode] ?? {}).map(([name, file]) => [
            name,
            path.resolve(import.meta.dirname, file),
          ]),
        ),
        external: ['electron', 'better-sqlite3', ...builtinModules, /^node:/],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  }
})
