import { parentPort, workerData } from 'node:worker_threads'
import { analyticsCommands } from '#main/analytics/analytics.handlers.ts'
import { type PackedColumns, storeColumns } from '#main/analytics/stored-columns.service.ts'
import { attachmentCommands } from '#main/attachments/attachment.handlers.ts'
import { FileStore } from '#main/attachments/file-store.service.ts'
import { callCommands } from '#main/calls/call.handlers.ts'
import { cardCommands } from '#main/cards/card.handlers.ts'
import { changeCommands } from '#main/changes/change.handlers.ts'
import { findNewestChangeSetId } from '#main/changes/change-log.service.ts'
import { getRevision } from '#main/changes/revision.service.ts'
import { creditCommands } from '#main/credit/credit.handlers.ts'
import { customerCommands } from '#main/customers/customer.handlers.ts'
import { fillStrokeKeys } from '#main/customers/name-keys.service.ts'
import { purgeExpired } from '#main/customers/purge.ts'
import { archivePaths } from '#main/database/archive-paths.ts'
import { createBackup } from '#main/database/backup.ts'
import { migrations } from '#main/database/migrations/index.ts'
import { openWritable } from '#main/database/open-database.ts'
import { attachmentKeyOf } from '#main/database/vault.ts'
import { entryCommands } from '#main/entries/entry.handlers.ts'
import { exportCommands } from '#main/exports/export.handlers.ts'
import { removeUnfinishedExports } from '#main/exports/unfinished-export.service.ts'
import { fieldCommands } from '#main/fields/field.handlers.ts'
import { funnelCommands } from '#main/funnel/funnel.handlers.ts'
import { identityCommands } from '#main/identities/identity.handlers.ts'
import { importCommands } from '#main/imports/import.handlers.ts'
import { forgetLongUndone } from '#main/imports/import-forget.service.ts'
import { importHistoryCommands } from '#main/imports/import-history.handlers.ts'
import { importMappingCommands } from '#main/imports/import-mapping.handlers.ts'
import { removeHalfStaged } from '#main/imports/left-staging.service.ts'
import { orderCommands } from '#main/orders/sales-order.handlers.ts'
import { planCommands } from '#main/plans/plan.handlers.ts'
import { qualityCommands } from '#main/quality/quality.handlers.ts'
import { regionNoteCommands } from '#main/region-notes/region-note.handlers.ts'
import { searchCommands } from '#main/search/search.handlers.ts'
import { indexQueuedCustomers, mergeSearchIndex } from '#main/search/search-index.service.ts'
import { segmentCommands } from '#main/segments/segment.handlers.ts'
import { settingCommands } from '#main/settings/setting.handlers.ts'
import { tagCommands } from '#main/tags/tag.handlers.ts'
import { expireTags } from '#main/tags/tag.service.ts'
import { followTagRules, type RuleChange } from '#main/tags/tag-rule-run.service.ts'
import { viewCommands } from '#main/views/view.handlers.ts'
import type { EventData } from '#shared/contract/events.contract.ts'
import { archiveMarkOf } from '#shared/domain/own-row.ts'
import { giveBackMemory } from './give-back-memory.ts'
import { blockNetwork } from './network-block.ts'
import { runThreadLoop, type ThreadMethods } from './thread-loop.ts'
import type { ThreadMessage } from './thread-messages.ts'
import { toAppErrorData } from './to-app-error-data.ts'
import type { WriterData } from './worker-data.ts'

type Topic = EventData<'data.changed'>['topics'][number]

blockNetwork()

const port = parentPort
if (!port) throw new Error('the writer is started as a thread')
const { archivePath, key, vault, appVersion, mustCheck, keptFiles } = workerData as WriterData
const post = (message: ThreadMessage) => port.postMessage(message)
const indexSlice = 1000
/** After so many slices the index is worth merging; single edits are not. */
const slicesWorthMerging = 8

/** Topics without a revision of their own, by the command that writes them; what is in the change log is announced by itself. */
const extraTopics: Readonly<Record<string, readonly Topic[]>> = {
  'imports.commit': ['imports'],
  'imports.undo': ['imports'],
  'imports.forgetProfile': ['imports'],
  'imports.savePreset': ['imports'],
  'imports.deletePreset': ['imports'],
  'imports.addPresets': ['imports'],
  'customers.purge': ['changes', 'imports'],
  'cards.dismiss': ['cards'],
  'changes.undo': ['fields', 'cards', 'views', 'segments'],
  'fields.add': ['fields'],
  'fields.addGroup': ['fields'],
  'fields.move': ['fields'],
  'fields.save': ['fields'],
  'fields.saveGroup': ['fields'],
  'fields.setHidden': ['fields'],
  'plans.add': ['fields'],
  'plans.remove': ['fields'],
  'plans.save': ['fields'],
  'archives.keepUndone': ['settings'],
  'credit.saveReadings': ['settings'],
  'settings.save': ['settings'],
  'segments.add': ['segments'],
  'segments.remove': ['segments'],
  'segments.rename': ['segments'],
  'segments.saveVersion': ['segments'],
  'tags.merge': ['views', 'segments'],
  'views.remove': ['views'],
  'views.rename': ['views'],
  'views.save': ['views'],
}

/** After these, contents may be left that nobody needs. */
const leavesFiles = new Set(['customers.purge', 'imports.undo'])

try {
  if (mustCheck) post({ type: 'opening', step: 'checking' })
  const database = openWritable({
    file: archivePaths(archivePath).database,
    key,
    migrations,
    mustCheck,
    beforeUpgrade: () => {
      post({ type: 'opening', step: 'migrating' })
      createBackup({ folder: archivePath, key, vault, reason: 'migration', appVersion, now: new Date() })
    },
    onSlowQuery: query => post({ type: 'slow-query', ...query }),
  })
  const { db } = database
  fillStrokeKeys(db)
  removeHalfStaged(db, archivePath, key)
  removeUnfinishedExports(db)
  const act = () => ({ actor: 'operator', now: new Date().toISOString() })
  const store = new FileStore(archivePaths(archivePath).attachments, attachmentKeyOf(vault))
  const attachments = attachmentCommands({ db, archivePath, store, act, chosen: new Set(keptFiles) })
  const methods = {
    ...attachments,
    ...customerCommands(db, act),
    ...callCommands(db, act),
    ...cardCommands(db, act),
    ...changeCommands(db, act),
    ...entryCommands(db, act),
    ...orderCommands(db, act),
    ...regionNoteCommands(db, act),
    ...fieldCommands(db, act),
    ...creditCommands(db, act),
    ...funnelCommands(db, act),
    ...identityCommands(db, act),
    ...planCommands(db, act),
    ...qualityCommands(db, act),
    ...searchCommands(db),
    ...segmentCommands(db, act),
    ...settingCommands(db),
    ...tagCommands(db, act),
    ...viewCommands(db, act),
    ...analyticsCommands(db),
    ...exportCommands(db, store, act),
    'internal.expireTags': () => expireTags(db, act()),
    'internal.followTagRules': (changes: readonly RuleChange[]) => followTagRules(db, changes, act()),
    'internal.storeColumns': (packed: PackedColumns) => storeColumns(db, packed),
    ...importHistoryCommands(db, act),
    ...importMappingCommands({ db, act }),
    ...importCommands({
      db,
      archivePath,
      key,
      archiveMark: archiveMarkOf(vault.archiveId),
      act,
      setCacheSize: database.setCacheSize,
    }),
  } as unknown as ThreadMethods

  let revision = getRevision(db)
  let newestChangeSet = findNewestChangeSetId(db)
  let isIndexing = false
  let slicesSinceMerge = 0
  let isMerging = false

  /** Tells what a command wrote, then brings the search index up to date in slices between other calls. */
  const afterCall = (method: string): void => {
    const before = revision
    revision = getRevision(db)
    const changeSetBefore = newestChangeSet
    newestChangeSet = findNewestChangeSetId(db)
    const topics = [
      ...changedTopics(before, revision),
      ...(newestChangeSet === changeSetBefore ? [] : (['changes'] as const)),
      ...(extraTopics[method] ?? []),
    ]
    if (topics.length > 0) post({ type: 'event', event: { name: 'data.changed', data: { topics } } })
    if (leavesFiles.has(method)) attachments['internal.sweepFiles']()
    if (before !== revision && !isIndexing) indexNext()
  }

  const indexNext = (): void => {
    isIndexing = true
    setImmediate(() => {
      if (!isOpen) return
      try {
        const remaining = indexQueuedCustomers(db, indexSlice)
        slicesSinceMerge++
        if (remaining > 0) {
          indexNext()
          return
        }
        isIndexing = false
        post({ type: 'event', event: { name: 'data.changed', data: { topics: ['search'] } } })
        if (slicesSinceMerge >= slicesWorthMerging && !isMerging) mergeNext()
      } catch (error) {
        // The rows stay queued and are found by scan; the next write tries again.
        isIndexing = false
        post({ type: 'background-error', error: toAppErrorData(error) })
      }
    })
  }

  /** Merges the search index in slices between other calls. */
  const mergeNext = (): void => {
    isMerging = true
    setImmediate(() => {
      if (!isOpen) return
      try {
        if (mergeSearchIndex(db)) {
          mergeNext()
          return
        }
        slicesSinceMerge = 0
        // So many slices leave as much behind as a long call.
        giveBackMemory()
      } catch (error) {
        post({ type: 'background-error', error: toAppErrorData(error) })
      }
      isMerging = false
    })
  }

  /** What has had its time goes between other calls: what is kept of imports taken back long ago, tags, the bin after ninety days. */
  const tidyNext = (): void => {
    try {
      if (!isOpen) return
      forgetLongUndone(db, act().now)
      expireTags(db, act())
      afterCall(purgeExpired(db, act()) > 0 ? 'customers.purge' : '')
      attachments['internal.sweepFiles']()
    } catch (error) {
      post({ type: 'background-error', error: toAppErrorData(error) })
    }
  }

  let isOpen = true
  runThreadLoop(port, {
    methods: () => methods,
    toErrorData: toAppErrorData,
    afterCall,
    close: () => {
      isOpen = false
      database.close()
    },
  })
  post({ type: 'ready', facts: { migrated: database.migrated } })
  indexNext()
  setImmediate(tidyNext)
} catch (error) {
  post({ type: 'failed', error: toAppErrorData(error) })
}

function changedTopics(before: string, after: string): Topic[] {
  const old = new Set(before.split(' '))
  return after
    .split(' ')
    .filter(part => !old.has(part))
    .map(part => part.split(':')[0] as Topic)
}
