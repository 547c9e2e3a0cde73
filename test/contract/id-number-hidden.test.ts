import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlainDatabase } from '#main/database/plain-database.ts'
import { type Engine, openEngine } from '#main/engine/open-engine.ts'
import { spawnFileReaderWithFork } from '#main/threads/file-reader-client.ts'
import type { MethodName, MethodsOfKind, MethodsOn, Request } from '#shared/contract/contract.ts'
import type { ImportOutcome } from '#shared/contract/imports.contract.ts'
import { usualAbcLimits } from '#shared/domain/abc.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { CardField } from '#shared/domain/card-field.ts'
import { contributionPresets } from '#shared/domain/contribution.ts'
import { proposedSplit } from '#shared/domain/customer-merge.ts'
import { plainDatabaseName } from '#shared/domain/export-folder.ts'
import { CellMarkKind } from '#shared/domain/import-cell.ts'
import type { QualityKind } from '#shared/domain/quality.ts'
import type { RfmRequest } from '#shared/domain/rfm-analysis.ts'
import { tierPresets } from '#shared/domain/tiers.ts'
import { draftOf } from '#test/helpers/builders.ts'
import { createTestArchive, type TestArchive } from '#test/helpers/test-archive.ts'
import { writeBytes } from '#test/helpers/workbook-builder.ts'

/*
 * One archive with two customers whose resident ID numbers came by import, were edited, merged and staged once more; then
 * every query of the engine is asked. The numbers are the examples of GB 11643 and belong to nobody.
 */
const first = '11010519491231002X'
const second = '440524188001010014'
/** Of the first generation: 15 digits. */
const old = '130503670401001'
const mask = '1****************X'

type AskedQuery = Exclude<MethodsOfKind<'query'>, MethodsOn<'desktop'>>
/** The requests of every query; a query that is new to the contract must find its place here. */
type Requests = { readonly [M in AskedQuery]: readonly Request<M>[] }

let archive: TestArchive
let engine: Engine
beforeAll(async () => {
  archive = createTestArchive()
  engine = await openEngine({
    archivePath: archive.folder,
    appVersion: '0',
    spawnFileReader: spawnFileReaderWithFork,
  })
})
afterAll(async () => {
  await engine.close()
  archive.remove()
})

const holds = (value: unknown) => {
  const text = JSON.stringify(value) ?? ''
  return [first, second, old, '110105-19491231-002x', '440524-18800101-0014'].some(number =>
    text.includes(number),
  )
}

const heading = '姓名,身份证号,手机号,备注\n'
// The third row is sent back, for nobody can be told by it, with a right number in it.
const members = `${heading}林样一,110105-19491231-002x,13800001107,\n林样二,${second},13900002208,\n,${first},,备注\n王样三,110105-19491231-002x,13700003309,\n`
const newer = `${heading}林样一,440524-18800101-0014,13800001107,常客\n,${first},,备注\n`
const options = { mapping: { '1': 'idNumber' as const } }

async function stage(text: string, name: string): Promise<string> {
  const { fileToken } = engine.files.register(writeBytes(text, name))
  return ((await engine.run('imports.stage', { fileToken })) as { stagingId: string }).stagingId
}

async function importMembers(): Promise<number> {
  const asked = { stagingId: await stage(members, 'members.csv'), options, previewRevision: null }
  return ((await engine.run('imports.commit', asked)) as ImportOutcome).importBatchId ?? 0
}

const analysis: RfmRequest = {
  // Today: on an earlier day the archive does not know of these customers.
  asOf: CalendarDate.parse(new Date().toISOString().slice(0, 10)),
  period: { kind: 'all' },
  ruleSetCode: 'classic-eight',
}

/** Imports, edits and merges; answers what the queries are to be asked. */
async function prepare(): Promise<Requests> {
  const importBatchId = await importMembers()
  const seen = draftOf({
    ...{ name: '林样一', idNumber: mask, contactPoints: [{ kind: 'phone' as const, value: '13800001107' }] },
  })
  await engine.call('customers.update', { customerId: 1, draft: { ...seen, idNumber: second }, seen })
  await engine.call('identities.merge', {
    ...{ survivorId: 1, otherIds: [2], sources: { idNumber: 2 }, importBatchId: null },
  })
  const again = { ...seen, idNumber: '4****************4' }
  await engine.call('customers.update', { customerId: 1, draft: { ...again, idNumber: old }, seen: again })
  const third = await engine.call('customers.create', {
    // Born on another day than the number says, so that it is listed as doubtful.
    draft: draftOf({
      ...{ name: '林样一', birthOn: '1990-01-01', idNumber: first, contactPoints: seen.contactPoints },
    }),
  })
  await engine.whenIndexed()
  await engine.run('identities.find', {})
  const stagingId = await stage(newer, 'newer.csv')
  await engine.call('imports.preview', { stagingId, options })
  const { listId } = await engine.call('customers.openList', {
    sort: { column: 'name', isDescending: false },
  })
  const selector = { kind: 'all' as const }
  const openMembers = { analysis, selector, sort: { column: 'spendMinor' as const, isDescending: true } }
  const members = await engine.call('analytics.openMembers', openMembers)
  const page = { start: 0, count: 100 }
  const findingsOf = async (kind: QualityKind) => ({
    ...{ kind, start: 0, count: 50 },
    listId: (await engine.call('quality.openList', { kind })).listId,
  })
  const report = { analysis, hasHoleMargin: false }
  const baskets = {
    ...{ fromOn: null, asOf: analysis.asOf, by: 'order' as const, minimumCount: 1, minimumSupport: 0 },
    ...{ minimumConfidence: 0, minimumLift: 0, mostItems: 2 },
  }
  const segmentRequest = {
    ...{ asOf: analysis.asOf, rule: { kind: 'consent' as const, isRefused: false } },
  }
  await engine.call('segments.add', {
    ...{ name: '可联系', rule: segmentRequest.rule, frozen: null, customerIds: null },
  })
  const abc = { fromOn: null, asOf: analysis.asOf, limits: usualAbcLimits, firstRows: 100 }
  const contribution = { asOf: analysis.asOf, rules: contributionPresets['as-printed'] }
  const contributionMembers = {
    ...{ analysis: contribution, group: 'unassigned' as const },
    sort: { column: 'scoreMinor' as const, isDescending: true },
  }
  const group = await engine.call('analytics.openContributionMembers', contributionMembers)
  const migration = {
    ...{ fromOn: CalendarDate.parse('2024-12-31'), toOn: CalendarDate.parse('2026-10-31') },
    rules: contributionPresets['as-printed'],
  }
  const migrationMembers = {
    ...{ migration, cell: { from: null, to: null } },
    sort: { column: 'scoreMinor' as const, isDescending: true },
  }
  const moved = await engine.call('analytics.openMigrationMembers', migrationMembers)
  const sections = ['card', 'fields', 'figures', 'credit', 'orders', 'signature'] as const
  const markMembers = {
    mark: { kind: 'largest' as const, fromOn: null, asOf: analysis.asOf, count: 100 },
    sort: { column: 'name' as const, isDescending: false },
  }
  const marked = await engine.call('analytics.openMarkMembers', markMembers)
  return {
    'analytics.composeCustomers': [
      { fromOn: null, asOf: analysis.asOf, ruleSetCode: 'ten-segments', ages: [18] },
    ],
    'analytics.contributionMembersPage': [{ listId: group.listId, ...page }],
    'analytics.explainCustomer': [{ customerId: 1, analysis }],
    'analytics.findBasketRules': [baskets],
    'analytics.findProducts': [{ text: '' }],
    'analytics.listContribution': [contribution],
    'analytics.listRuleSets': [{}],
    'analytics.getContributionSettings': [{}],
    'analytics.listScores': [{ analysis, ruleSet: null }],
    'analytics.listTiers': Object.values(tierPresets).map(standard => ({
      ...{ fromOn: null, asOf: analysis.asOf, standard },
    })),
    'analytics.listValue': [{ asOf: analysis.asOf, horizonMonths: 12, yearlyDiscount: 0.1 }],
    'analytics.listGroupSnapshots': [{ asOf: analysis.asOf, months: 2, rules: migration.rules }],
    'analytics.migrationMembersPage': [{ listId: moved.listId, ...page }],
    'analytics.openMigrationMembers': [migrationMembers],
    'analytics.summarizeMigration': [migration],
    'analytics.markMembersPage': [{ listId: marked.listId, ...page }],
    'analytics.membersPage': [{ listId: members.listId, ...page }],
    'analytics.openContributionMembers': [contributionMembers],
    'analytics.openMarkMembers': [markMembers],
    'analytics.openMembers': [openMembers],
    'analytics.findNextProducts': [{ customerId: 1, fromOn: null, asOf: analysis.asOf }],
    'analytics.getPortrait': [
      { of: { kind: 'customer', customerId: 1 }, analysis },
      { of: { kind: 'customer', customerId: third.customerId }, analysis },
      { of: { kind: 'members', selector }, analysis },
    ],
    'analytics.getPortraitRows': [
      { kind: 'orders', ids: [1] },
      { kind: 'customers', ids: [1, third.customerId] },
      { kind: 'entries', ids: [1], customerId: 1 },
    ],
    'analytics.rankCustomers': [abc],
    'analytics.rankProducts': [abc],
    'analytics.summarizeCohorts': [{ asOf: analysis.asOf, months: 24 }],
    'analytics.summarizeSeasons': [{ asOf: analysis.asOf }],
    'analytics.summarizePreferences': [
      { of: { kind: 'customer', customerId: 1 }, fromOn: null, asOf: analysis.asOf },
    ],
    'analytics.listPriceSensitivity': [{ fromOn: null, asOf: analysis.asOf }],
    'analytics.summarizePriceSensitivity': [{ fromOn: null, asOf: analysis.asOf }],
    'analytics.summarizeValue': [{ asOf: analysis.asOf, horizonMonths: 12, yearlyDiscount: 0.1 }],
    'analytics.summarizeContribution': [contribution],
    'analytics.summarizeSegments': [analysis],
    'archives.counts': [{}],
    'archives.fileUse': [{}],
    'archives.stats': [{}],
    'cards.history': [{ customerId: 1 }],
    'cards.countSuggestions': [{}],
    'cards.openSuggestions': [{ suggestion: 'idle' }],
    'cards.stopReasons': [{}],
    'changes.nextSteps': [{}],
    'customers.addToList': [{ listId, customerIds: [1] }],
    'customers.count': [{}],
    'quality.counts': [{}],
    'quality.countIncomplete': [{}],
    'quality.openList': [{ kind: 'id-number' }, { kind: 'incomplete' }],
    'quality.listPage': await Promise.all((['id-number', 'incomplete'] as const).map(findingsOf)),
    'quality.statedValues': [{ customerId: 1 }],
    'customers.countBin': [{}],
    'customers.openBin': [{}],
    'customers.binPage': [{ listId, ...page }],
    'customers.countFiltered': [
      {
        ...{ asOf: analysis.asOf },
        filter: { match: 'any', groups: [[{ field: 'note', test: 'contains', text: first }]] },
      },
    ],
    'customers.countTags': [{ customerIds: [1, third.customerId] }, { customerIds: null }],
    'customers.findByPhone': [{ phone: '13800001107', exceptCustomerId: null }],
    'customers.findInList': [{ listId, customerId: 1 }],
    'customers.get': [1, third.customerId].map(customerId => ({ customerId, orderLimit: 100 })),
    'customers.history': [1, third.customerId].map(customerId => ({ customerId, limit: 100 })),
    'customers.initials': [{ listId, by: 'pinyin' }],
    'customers.listPage': [{ listId, ...page, fieldIds: [1] }],
    'customers.listRegions': [{}],
    'customers.openList': [
      { sort: { column: 'name', isDescending: false } },
      {
        sort: { column: 'name', isDescending: false },
        where: {
          filter: {
            ...{ match: 'all' },
            groups: [[{ field: 'segment', test: 'none-of', values: ['classic-eight/no-purchase'] }]],
          },
          asOf: analysis.asOf,
        },
      },
    ],
    'customers.readRegion': [{ address: '样例市样板路 1 号' }],
    'attachments.check': [{}],
    'attachments.ofCustomer': [{ customerId: 1 }],
    'credit.listDebtors': [{ asOf: analysis.asOf }],
    'credit.ofCustomer': [{ customerId: 1, asOf: analysis.asOf }],
    'entries.ofCustomer': [{ customerId: 1 }],
    'funnel.listCards': [{ asOf: analysis.asOf, selector: { kind: 'column', column: 'analysis' }, ...page }],
    'funnel.ofCustomer': [{ customerId: 1 }],
    'funnel.summarize': [{ asOf: analysis.asOf, fromOn: null }],
    'regionNotes.ofCustomer': [{ customerId: 1 }],
    'exports.getChoices': [{}],
    'identities.compare': [{ customerIds: [1, third.customerId] }],
    'identities.findByNumber': [{ archiveNumber: third.archiveNumber }],
    'identities.listPairs': [{ reason: null, importBatchId: null, ...page }],
    'identities.ofCustomer': [{ customerId: 1 }],
    'identities.previewSplit': [{ mergeId: 1 }],
    'imports.batch': [{ importBatchId }],
    'imports.history': [{ filter: { text: '', kind: null, state: null, hasRejected: false }, ...page }],
    'imports.listPresets': [{}],
    'imports.listProfiles': [{}],
    'imports.listStaged': [{}],
    'imports.openCustomers': [{ importBatchId }],
    'imports.presetsAsText': [{ codes: ['taobao-orders'] }],
    'imports.preview': [
      { stagingId, options },
      { stagingId, options: {} },
      { stagingId, options },
    ],
    'imports.previewCells': [{ stagingId, kinds: CellMarkKind.options, ...page }],
    'imports.previewHead': [{ jobId: 999, options }],
    'imports.previewRows': (['created', 'updated', 'unchanged', 'rejected', null] as const).map(verdict => ({
      ...{ stagingId, verdict, ...page },
    })),
    'imports.previewUndo': [{ importBatchId }],
    'imports.readHead': [{ stagingId, sheetName: null }],
    'imports.sourceOf': [1, 3].flatMap(customerId =>
      CardField.options.map(field => ({ customerId, subject: { of: 'card' as const, field } })),
    ),
    'imports.undoItems': [{ importBatchId, ...page }],
    'jobs.cancel': [{ jobId: 999 }],
    'plans.list': [{}],
    'reports.getData': [true, false].flatMap((isMasked): Request<'reports.getData'>[] => [
      { kind: 'customer-file', customerId: 1, ...report, isMasked, sections: [...sections] },
      { kind: 'segment', selector, ...report, isMasked, sections: ['members'] },
      { kind: 'portrait', of: { kind: 'customer', customerId: 1 }, ...report },
    ]),
    'segments.count': [segmentRequest],
    'segments.list': [{}],
    'segments.measure': [{ asOf: analysis.asOf }],
    'segments.openMembers': [segmentRequest],
    'search.customers': ['林样一', first, second, first.slice(6)].map(text => ({ text, limit: 50 })),
    'search.openList': [{ text: first }],
    'search.recent': [{}],
    'settings.get': [{}],
    'tags.list': [{}],
    'tags.listRules': [{}],
    'fields.list': [{}],
    'fields.listHidden': [{}],
    'settings.getListLayout': [{ list: 'customers' }],
    'views.list': [{}],
  }
}

test('no query of the engine answers with a whole ID number, and revealing it does', async () => {
  const requests = await prepare()
  const answered = new Map<string, unknown[]>()
  const all = Object.entries(requests) as [AskedQuery, readonly unknown[]][]
  // What opens a list pushes an old one out: the pages of those that are open are asked for first.
  const opensList = ([method]: (typeof all)[number]) => Number(method.includes('.open'))
  for (const [method, asked] of all.toSorted((a, b) => opensList(a) - opensList(b)))
    for (const request of asked) {
      const answer: unknown = await engine.call(method, request as never)
      answered.set(method, [...(answered.get(method) ?? []), answer])
    }
  expect([...answered].filter(([, answers]) => holds(answers)).map(([method]) => method)).toEqual([])
  // What hides the numbers has seen them: their ends are there.
  const showing = [...answered].filter(([, answers]) => /\*{13}/.test(JSON.stringify(answers)))
  const expected: MethodName[] = [
    ...(['customers.get', 'customers.history', 'identities.compare'] as const),
    ...(['identities.previewSplit', 'imports.preview'] as const),
    ...(['imports.previewCells', 'imports.previewRows', 'imports.previewUndo', 'imports.readHead'] as const),
    ...(['imports.sourceOf', 'imports.undoItems', 'reports.getData', 'quality.listPage'] as const),
  ]
  expect(showing.map(([method]) => method).sort()).toEqual(expected.sort())
  expect(await engine.call('customers.revealIdNumber', { customerId: 1 })).toEqual({ idNumber: old })
})

test('the workbook of rejected rows and the folder with everything hold it whole, for they come back', async () => {
  const rejected = await engine.rejectedRows({ importBatchId: 1, stagingId: null })
  expect(rejected.rows.map(row => row.cells)).toEqual([['', first, '', '备注']])

  const folder = path.join(path.dirname(archive.folder), 'everything')
  const { targetToken } = engine.files.registerTarget(folder, false)
  await engine.run('exports.writeEverything', { targetToken, language: 'zh-CN' })
  const plain = openPlainDatabase(path.join(folder, plainDatabaseName))
  const numbers = plain.db
    .prepareReadArrays<[string]>('SELECT id_number FROM customer ORDER BY customer_id')
    .all()
  plain.close()
  expect(numbers.flat()).toEqual([old, second, first, first])
  // The lists in it are those that are exported otherwise.
  expect(fs.readFileSync(path.join(folder, '客户.csv'), 'utf8')).not.toContain(first)
})

test('splitting answers without it, and both files have their own again', async () => {
  const done = await engine.call('identities.split', { mergeId: 1, choices: proposedSplit })
  expect(holds(done)).toBe(false)
  expect(await engine.call('customers.revealIdNumber', { customerId: 2 })).toEqual({ idNumber: second })
})
