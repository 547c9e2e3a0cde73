// Every folder that is not a named building block is a feature, so a new feature is covered the day it appears.
const MAIN_FEATURE = '^src-main/(?!(?:command-line|database|desktop|engine|ipc|threads)/)([^/]+)/'
const RENDERER_FEATURE = '^src-renderer/(?!(?:app|charts|components|design|i18n|ipc|styles)/)([^/]+)/'
const PURE_MATH = '^src-main/analytics/[^/]+/'
const pkg = names => `(^|node_modules/)(${names})(/|$)`
const no = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    no(
      'no-circular',
      'Two rooms in a cycle are one room: move the common part down.',
      {},
      { circular: true },
    ),
    no(
      'resolvable',
      'An import that cannot be found is checked by no other rule.',
      {},
      { couldNotResolve: true },
    ),
    no(
      'no-orphans',
      'Nobody imports this file and it is no entry point: wire it or delete it.',
      {
        orphan: true,
        pathNot: [
          '^src-main/(main|preload|print-preload|command-line)[.]ts$',
          '^src-renderer/main[.]tsx$',
          '[.](worker|process)[.]ts$',
          '[.]d[.]ts$',
          '[.]config[.]ts$',
          '^test/',
        ],
      },
      {},
    ),
    no(
      'shared-is-pure',
      'shared/ runs in both processes: itself and zod only.',
      { path: '^shared/' },
      { pathNot: ['^shared/', 'node_modules/zod/'] },
    ),
    no(
      'domain-is-the-ground-floor',
      'The vocabulary knows nothing of the contract.',
      { path: '^shared/domain/' },
      { path: '^shared/(?!domain/)' },
    ),
    no(
      'renderer-never-reaches-main',
      'The renderer knows main only as shared/contract.',
      { path: '^src-renderer/' },
      { path: '^src-main/', reachable: true },
    ),
    no(
      'main-never-reaches-renderer',
      'Main returns data, never components.',
      { path: '^src-main/' },
      { path: '^src-renderer/' },
    ),
    no(
      'renderer-has-no-node',
      'The window is sandboxed.',
      { path: '^src-renderer/', pathNot: '[.]config[.]ts$' },
      { dependencyTypes: ['core'] },
    ),
    no(
      'renderer-has-no-main-packages',
      'These packages belong to main.',
      { path: '^src-renderer/' },
      { path: pkg('electron|better-sqlite3|kysely|exceljs|yauzl|yazl|papaparse|pinyin-pro') },
    ),
    no(
      'renderer-features-are-separate',
      'Features are put together in src-renderer/app.',
      { path: RENDERER_FEATURE },
      { path: RENDERER_FEATURE, pathNot: '^src-renderer/$1/' },
    ),
    no(
      'building-blocks-know-no-feature',
      'components, charts, design, ipc and i18n lie below the features.',
      { path: '^src-renderer/(charts|components|design|i18n|ipc)/' },
      { path: ['^src-renderer/app/', RENDERER_FEATURE] },
    ),
    no(
      'recharts-lives-in-charts',
      'Features give data to our charts.',
      { path: '^src-renderer/', pathNot: '^src-renderer/charts/' },
      { path: pkg('recharts') },
    ),
    no(
      'rooms-meet-at-the-service-door',
      'Another feature is reached through its *.service.ts only.',
      { path: MAIN_FEATURE },
      { path: MAIN_FEATURE, pathNot: ['^src-main/$1/', '[.]service[.]ts$'] },
    ),
    no(
      'sql-lives-in-queries',
      'Only database/, *.table.ts and *.queries.ts know Kysely.',
      { path: '^src-main/', pathNot: ['^src-main/database/', '[.](queries|table)[.]ts$'] },
      { path: pkg('kysely|better-sqlite3') },
    ),
    no(
      'queries-call-no-service',
      'A query function fetches or stores; rules live one floor up.',
      { path: '[.]queries[.]ts$' },
      { path: '[.](service|handlers)[.]ts$' },
    ),
    no(
      'analytics-math-is-pure',
      'Numbers in, numbers out: no database, no clock, no Node.',
      { path: PURE_MATH },
      { pathNot: [PURE_MATH, '^shared/domain/'] },
    ),
    no(
      'parsers-know-no-archive',
      'The file reader meets hostile bytes: it cannot even name the database.',
      { path: '^src-main/imports/parsers/' },
      {
        path: [
          '^src-main/database/',
          '[.](queries|service|handlers|table)[.]ts$',
          pkg('electron|better-sqlite3|kysely'),
        ],
      },
    ),
    no(
      'migrations-are-frozen',
      'A migration must mean the same in ten years: it imports nothing.',
      { path: '^src-main/database/migrations/\\d' },
      { path: '.' },
    ),
    no(
      'database-sees-only-table-shapes',
      'Of a feature, database/ may see *.table.ts.',
      { path: '^src-main/database/' },
      { path: MAIN_FEATURE, pathNot: '[.]table[.]ts$' },
    ),
    no(
      'electron-has-few-homes',
      'All else runs under plain Node, so it is tested there.',
      {
        path: '^src-main/',
        pathNot: ['^src-main/(main|preload|print-preload)[.]ts$', '^src-main/(desktop|ipc)/'],
      },
      { path: pkg('electron') },
    ),
    no(
      'preload-is-only-a-bridge',
      'The preload scripts know electron and the names of the contract.',
      { path: '^src-main/(print-)?preload[.]ts$' },
      { pathNot: [pkg('electron'), '^shared/contract/'] },
    ),
    no(
      'preload-is-light',
      'zod must not be bundled into the preload.',
      { path: '^shared/contract/(method-names|channels)[.]ts$' },
      { path: pkg('zod'), dependencyTypesNot: ['type-only'] },
    ),
    no(
      'workers-are-started-not-imported',
      'A worker is started by its path.',
      {},
      { path: '[.](worker|process)[.]ts$' },
    ),
    no(
      'nobody-imports-tests',
      'A helper that production needs belongs to production.',
      { pathNot: '^test/' },
      { path: '^test/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs'],
    },
  },
}
