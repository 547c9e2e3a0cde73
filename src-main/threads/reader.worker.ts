import { parentPort, workerData } from 'node:worker_threads'
import { abcQueries } from '#main/analytics/abc.handlers.ts'
import { analyticsQueries } from '#main/analytics/analytics.handlers.ts'
import { basketQueries } from '#main/analytics/basket.handlers.ts'
import { cohortQueries } from '#main/analytics/cohort.handlers.ts'
import { compositionQueries } from '#main/analytics/composition.handlers.ts'
import { contributionQueries } from '#main/analytics/contribution.handlers.ts'
import { ContributionAnalyst } from '#main/analytics/contribution.service.ts'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { lifetimeValueQueries } from '#main/analytics/lifetime-value.handlers.ts'
import { ValueAnalyst } from '#main/analytics/lifetime-value.service.ts'
import { markQueries } from '#main/analytics/mark.handlers.ts'
import { nextProductQueries } from '#main/analytics/next-product.handlers.ts'
import { NextProductFinder } from '#main/analytics/next-product.service.ts'
import { portraitQueries } from '#main/analytics/portrait.handlers.ts'
import { Portraits } from '#main/analytics/portrait.service.ts'
import { preferenceQueries } from '#main/analytics/preference.handlers.ts'
import { RfmAnalyst, type SavedMembers } from '#main/analytics/rfm-analysis.service.ts'
import { seasonQueries } from '#main/analytics/season.handlers.ts'
import { segmentMembersOf } from '#main/analytics/segment-members.service.ts'
import { sensitivityQueries } from '#main/analytics/sensitivity.handlers.ts'
import { buffersOf, type PackedColumns } from '#main/analytics/stored-columns.service.ts'
import { tierQueries } from '#main/analytics/tier.handlers.ts'
import { checkFiles } from '#main/attachments/check-files.service.ts'
import { FileStore } from '#main/attachments/file-store.service.ts'
import { cardListQueries } from '#main/cards/card.handlers.ts'
import { creditReaderQueries } from '#main/credit/credit.handlers.ts'
import { customerListQueries } from '#main/customers/customer.handlers.ts'
import { CustomerFilters } from '#main/customers/filter/customer-filters.ts'
import { archivePaths } from '#main/database/archive-paths.ts'
import { createBackup } from '#main/database/backup.ts'
import { makeCompactCopy } from '#main/database/compact.ts'
import { openReadable } from '#main/database/open-database.ts'
import { attachmentKeyOf } from '#main/database/vault.ts'
import { exportMethods } from '#main/exports/export.handlers.ts'
import { funnelReaderQueries } from '#main/funnel/funnel.handlers.ts'
import { identityReaderQueries } from '#main/identities/identity.handlers.ts'
import { importReaderQueries } from '#main/imports/import.handlers.ts'
import { importAnalysisQueries, importHistoryQueries } from '#main/imports/import-history.handlers.ts'
import { archiveQueries } from '#main/orders/sales-order.handlers.ts'
import { qualityReaderQueries } from '#main/quality/quality.handlers.ts'
import { reportQueries } from '#main/reports/report.handlers.ts'
import { searchListQueries, searchQueries } from '#main/search/search.handlers.ts'
import { segmentQueries } from '#main/segments/segment.handlers.ts'
import { SegmentFinder } from '#main/segments/segment-finder.service.ts'
import { listMembersOf } from '#main/segments/segment-members.service.ts'
import { listRuleChanges } from '#main/tags/tag-rule-run.service.ts'
import type { BackupReason } from '#shared/domain/archive.ts'
import { archiveMarkOf } from '#shared/domain/own-row.ts'
import { blockNetwork } from './network-block.ts'
import { runThreadLoop, type ThreadMethods } from './thread-loop.ts'
import type { ThreadMessage } from './thread-messages.ts'
import { toAppErrorData } from './to-app-error-data.ts'
import type { ReaderData } from './worker-data.ts'

blockNetwork()

const port = parentPort
if (!port) throw new Error('a reader is started as a thread')
const { archivePath, key, vault, appVersion, role } = workerData as ReaderData
const post = (message: ThreadMessage) => port.postMessage(message)
const archiveMark = archiveMarkOf(vault.archiveId)

// Each kind of reader numbers its lists in its own hundred, so that main can keep them together.
const listOffset = { lists: 0, analytics: 1, backup: 2, export: 3 }[role]
let listCount = 0
const publishList = (ids: Int32Array): number => {
  const listId = ++listCount * 4 + listOffset
  post({ type: 'list', listId, ids })
  return listId
}

type Opened = {
  readonly methods: ThreadMethods
  readonly columns: KeptColumns
  readonly close: () => void
}

/** The database is opened at the first call: the thread may be started while the writer is still opening it. */
let opened: Opened | undefined

runThreadLoop(port, {
  methods: () => {
    opened ??= open()
    return opened.methods
  },
  toErrorData: toAppErrorData,
  afterCall: () => opened?.columns.takePacked().forEach(postColumns),
  close: () => opened?.close(),
})
post({ type: 'ready', facts: null })

function open(): Opened {
  const database = openReadable({
    file: archivePaths(archivePath).database,
    key,
    role: 'reader',
    onSlowQuery: query => post({ type: 'slow-query', ...query }),
  })
  const { db } = database
  const store = new FileStore(archivePaths(archivePath).attachments, attachmentKeyOf(vault))
  const columns = new KeptColumns(db)
  const savedMembers: SavedMembers = (segmentId, asOf) => listMembersOf(db, finder, segmentId, asOf)
  const analyst = new RfmAnalyst(db, columns, savedMembers)
  const nextProducts = new NextProductFinder(db, columns)
  const contribution = new ContributionAnalyst(columns)
  const portraits = new Portraits(db, analyst, contribution, nextProducts)
  const values = new ValueAnalyst(db, columns)
  const filters = new CustomerFilters(db, segmentMembersOf(analyst))
  const finder = new SegmentFinder(db, columns, analyst, (condition, asOf) =>
    filters.findOne(condition, asOf),
  )
  const methods = {
    ...customerListQueries(db, filters, publishList),
    ...archiveQueries(db),
    ...cardListQueries(db, publishList),
    ...searchQueries(db),
    ...searchListQueries(db, publishList),
    ...importReaderQueries({ db, archivePath, key, archiveMark }),
    ...importHistoryQueries({ db, archivePath, key, archiveMark }, publishList),
    ...importAnalysisQueries(db, analyst),
    ...identityReaderQueries(db),
    ...analyticsQueries(db, analyst, publishList),
    ...abcQueries(db, columns),
    ...basketQueries(db, columns),
    ...cohortQueries(columns),
    ...compositionQueries(db, columns),
    ...seasonQueries(columns),
    ...preferenceQueries(db, columns, analyst),
    ...sensitivityQueries(db, columns),
    ...portraitQueries(db, portraits),
    ...nextProductQueries(nextProducts),
    ...contributionQueries(db, columns, contribution, publishList),
    ...markQueries(db, columns, { analyst, values }, publishList),
    ...lifetimeValueQueries(values),
    ...tierQueries(db, columns),
    ...creditReaderQueries(db),
    ...funnelReaderQueries(db),
    ...segmentQueries(db, finder, publishList),
    ...qualityReaderQueries(db, publishList),
    ...reportQueries(db, { rfm: analyst, contribution, portraits }, where => filters.find(where)),
    'internal.listRuleChanges': () =>
      listRuleChanges(db, request => filters.find(request), new Date().toISOString()),
    'attachments.check': () => checkFiles(db, store),
    'internal.compactCopy': () => makeCompactCopy(archivePath, key),
    ...exportMethods(db, archiveMark, store),
    'internal.backUp': ({ reason }: { reason: BackupReason }) =>
      createBackup({ folder: archivePath, key, vault, reason, appVersion, now: new Date() }),
  } as unknown as ThreadMethods
  return { methods, columns, close: database.close }
}

/** A reader does not write: columns that are worth storing go to the writer, after the answer they were read for. */
function postColumns(packed: PackedColumns): void {
  port?.postMessage({ type: 'columns', packed } satisfies ThreadMessage, buffersOf(packed))
}
