import os from 'node:os'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')
// Each test opens threads and processes that load the same few hundred modules: compiled once, they start in half the time.
process.env.NODE_COMPILE_CACHE ??= path.join(root, 'node_modules/.cache/node-compile')

const unitFolders = 'test/{shared,main,contract,migrations,analytics,architecture}'

/** Real windows: one file at a time, after everything else, under one Xvfb. */
const windows = (name: string, include: string, isFullSize = false): TestProjectConfiguration => ({
  root,
  test: {
    name,
    include: [include],
    environment: 'node',
    globalSetup: ['test/e2e/display.ts'],
    env: isFullSize ? { KEHU_ACCEPTANCE: 'full' } : {},
    fileParallelism: false,
    testTimeout: isFullSize ? 1_800_000 : 90_000,
    hookTimeout: isFullSize ? 1_800_000 : 90_000,
    sequence: { groupOrder: 1 },
  },
})

/** Steps that users would take: small among all tests, at the size that is promised in `npm run acceptance`. */
const acceptance = (isFullSize: boolean): TestProjectConfiguration => ({
  root,
  test: {
    name: 'acceptance',
    include: ['test/acceptance/*.test.ts'],
    environment: 'node',
    env: isFullSize ? { KEHU_ACCEPTANCE: 'full' } : {},
    testTimeout: isFullSize ? 1_200_000 : 120_000,
    hookTimeout: isFullSize ? 1_200_000 : 120_000,
    fileParallelism: !isFullSize,
    sequence: { groupOrder: isFullSize ? 2 : 0 },
  },
})

export default defineConfig(({ mode }) => ({
  root,
  test: {
    // One less than there are CPUs would be a single one on the smallest machine, whose other CPU then idles.
    maxWorkers: Math.max(2, os.availableParallelism() - 1),
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
      acceptance(mode === 'acceptance'),
      windows('e2e', 'test/e2e/**/*.test.ts'),
      windows('acceptance-window', 'test/acceptance/window/*.test.ts', mode === 'acceptance'),
      // Needs `npm run package`; `npm run test:package` does both.
      ...(mode === 'package' ? [windows('package', 'test/package/**/*.test.ts')] : []),
    ],
  },
}))
