import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')
const unitFolders = 'test/{shared,main,contract,migrations,analytics,architecture}'

/** Real windows: one file at a time, after everything else, under one Xvfb. */
const windows = (name: string, include: string): TestProjectConfiguration => ({
  root,
  test: {
    name,
    include: [include],
    environment: 'node',
    globalSetup: ['test/e2e/display.ts'],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
    sequence: { groupOrder: 1 },
  },
})

export default defineConfig(({ mode }) => ({
  root,
  test: {
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: 'test-results/vitest.json' }]]
      : ['default'],
    coverage: {
      provider: 'v8',
      reportsDirectory: 'coverage',
      include: ['{src-main,src-renderer,shared}/**/*.{ts,tsx}'],
      exclude: ['**/vite.config.ts', '**/*.d.ts'],
    },
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: [`${unitFolders}/**/*.test.ts`],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        plugins: [react()],
        test: {
          name: 'ui',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          testTimeout: 60_000,
          setupFiles: ['test/renderer/setup.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      windows('e2e', 'test/e2e/**/*.test.ts'),
      // Needs `npm run package`; `npm run test:package` does both.
      ...(mode === 'package' ? [windows('package', 'test/package/**/*.test.ts')] : []),
    ],
  },
}))
