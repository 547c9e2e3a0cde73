import { builtinModules } from 'node:module'
import path from 'node:path'
import { defineConfig } from 'vite'

const mainEntries = {
  main: 'main.ts',
  'writer.worker': 'threads/writer.worker.ts',
  'reader.worker': 'threads/reader.worker.ts',
  'file-reader.process': 'threads/file-reader.process.ts',
}

/**
 * `vite build -c src-main/vite.config.ts --mode main|preload`: CommonJS for Node 18 (Electron 25) and newer.
 * Everything but Electron and the native addon is bundled. The preload is built alone, so that it is one file.
 */
export default defineConfig(({ mode }) => {
  const isPreload = mode === 'preload'
  const entries: Record<string, string> = isPreload ? { preload: 'preload.ts' } : mainEntries
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
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(entries).map(([name, file]) => [name, path.resolve(import.meta.dirname, file)]),
        ),
        external: ['electron', 'better-sqlite3', ...builtinModules, /^node:/],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  }
})
