import path from 'node:path'
import { buffersOf, type PackedColumns } from '#main/analytics/stored-columns.service.ts'
import { type OpenArchive, openArchiveFolder } from '#main/archives/archive-folder.ts'
import { FileStore } from '#main/attachments/file-store.service.ts'
import { findPicture, type OpenPicture } from '#main/attachments/stored-file.service.ts'
import { type BackupEntry, needsBackup } from '#main/database/backup.ts'
import { openReadable, type ReadableDatabase } from '#main/database/open-database.ts'
import { attachmentKeyOf } from '#main/database/vault.ts'
import { listRememberedReadings } from '#main/imports/mapping/import-profile.service.ts'
import { countQueued } from '#main/search/search-queue.service.ts'
import { todayOf } from '#main/settings/setting.service.ts'
import { hasRules, type RuleChange } from '#main/tags/tag-rule-run.service.ts'
import type { SpawnFileReader } from '#main/threads/file-reader-client.ts'
import { IdLists } from '#main/threads/id-lists.ts'
import { withSelectedIds } from '#main/threads/selected-ids.ts'
import { ThreadClient } from '#main/threads/thread-client.ts'
import type { OpeningStep, ThreadMessage } from '#main/threads/thread-messages.ts'
import { toAppErrorData } from '#main/threads/to-app-error-data.ts'
import type { ReaderRole } from '#main/threads/worker-data.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { CompactOutcome } from '#shared/contract/archives.contract.ts'
import { contract, type MethodName, type Request, type Response } from '#shared/contract/contract.ts'
import type { AppEvent } from '#shared/contract/events.contract.ts'
import type { BackupReason } from '#shared/domain/archive.ts'
import type { StoredPicture } from '#shared/domain/attachment.ts'
import { usesSegments } from '#shared/domain/customer-filter.ts'
import type { RejectedRequest, RejectedRows } from '#shared/domain/import-batch.ts'
import { addAttachments } from './add-attachments.ts'
import { analyseImport } from './analyse-import.ts'
import { compactArchive } from './compact-archive.ts'
import { type ExportThreads, exportEverything, exportFile } from './export-file.ts'
import { FileTokens } from './file-tokens.ts'
import { Jobs, type RunningJob, throwIfCancelled } from './jobs.ts'
import { listStaged } from './list-staged.ts'
import { mainQueries } from './main-queries.ts'
import { stageImport } from './stage-import.ts'
import { StagedHeads } from './staged-heads.ts'
import { TagRuleRunner } from './tag-rule-runner.ts'

/** What an engine is opened with. */
export type EngineOptions = {
  /** The archive folder NAME.kehu; it must exist. */
  readonly archivePath: string
  readonly appVersion: string
  readonly spawnFileReader: SpawnFileReader
  /** A window asks for a list first: its reader is started beside the writer instead of at that call. */
  readonly isListExpected?: boolean
  /** Told what takes its time while the archive is being opened. */
  readonly onOpening?: (step: OpeningStep) => void
  /** Told the text of slow statements and the place of unexpected errors, never values. */
  readonly onFault?: (fault: { readonly kind: 'slow-query' | 'error'; readonly text: string }) => void
}

/** An open archive: the window program, the command line and the tests all speak to this. */
export type Engine = {
  readonly archivePath: string
  /** The registered files of drops, dialogs and the command line. */
  readonly files: FileTokens
  /** Runs a method of the contract that is not of the desktop. Errors: AppError; ZodError for a bad request. */
  call<M extends MethodName>(method: M, request: Request<M>): Promise<Response<M>>
  /** Runs a job to its end. */
  run<M extends MethodName>(method: M, request: Request<M>): Promise<unknown>
  /** Reads the rejected rows of an import for their workbook. Errors: not-found, import-not-staged. */
  rejectedRows(request: RejectedRequest): Promise<RejectedRows>
  /** Opens a stored picture, or its thumbnail. Empty: undefined for anything that a window may not draw. */
  openPicture(contentName: string, isThumbnail: boolean): OpenPicture | undefined
  /** Decrypts a stored file into a new file. Errors: attachment-missing, attachment-damaged, those of the disk. */
  copyStoredFile(contentName: string, target: string): Promise<void>
  onEvent(listener: (event: AppEvent) => void): () => void
  backUp(reason: BackupReason): Promise<BackupEntry>
  /** Tells whether anything was written since the newest good backup. */
  needsBackup(): boolean
  /** Waits until everything written is in the search index. */
  whenIndexed(): Promise<void>
  close(): Promise<void>
}

const searchOnReaderAbove = 2000

/**
 * Opens an archive with its threads: the writer opens, migrates and says ready; only then main and the readers open.
 *
 * Errors: those of `openArchiveFolder` and `openWritable`; the lock is given back then.
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const archive = openArchiveFolder(options.archivePath)
  const engine = new RunningEngine(options, archive)
  try {
    await engine.open()
    return engine
  } catch (error) {
    await engine.abandon()
    throw error
  }
}

class RunningEngine implements Engine {
  readonly archivePath: string
  readonly files = new FileTokens()
  private readonly options: EngineOptions
  private readonly archive: OpenArchive
  private readonly listeners = new Set<(event: AppEvent) => void>()
  private readonly lists = new IdLists()
  private readonly jobs = new Jobs(event => this.publish(event))
  private readonly heads = new StagedHeads()
  private readonly attachmentKey: Buffer
  private readonly store: FileStore
  private readonly tagRules = new TagRuleRunner({
    hasRules: () => this.database !== undefined && hasRules(this.database.db),
    today: () => (this.database ? todayOf(this.database.db, new Date().toISOString()) : ''),
    expireTags: () => this.writer.call('internal.expireTags', {}),
    listChanges: async () =>
      (await this.reader('analytics').call('internal.listRuleChanges', {})) as readonly RuleChange[],
    follow: changes => this.writer.call('internal.followTagRules', changes),
    onError: error =>
      this.options.onFault?.({ kind: 'error', text: `${toAppErrorData(error).code} tag rules` }),
  })
  private writer: ThreadClient
  /** While it is pending, calls wait: the database file is being exchanged. */
  private pause: Promise<unknown> | undefined
  private lastBackUp: Promise<unknown> = Promise.resolve()
  /** Pictures that were chosen in this session: a form may hold one that is not saved yet. */
  private readonly chosenPictures = new Set<string>()
  private readonly readers = new Map<ReaderRole, ThreadClient>()
  private database: ReadableDatabase | undefined
  private queries: Readonly<Record<string, (request: never) => unknown>> = {}

  constructor(options: EngineOptions, archive: OpenArchive) {
    this.options = options
    this.archive = archive
    this.archivePath = archive.paths.folder
    this.attachmentKey = attachmentKeyOf(archive.vault)
    this.store = new FileStore(archive.paths.attachments, this.attachmentKey)
    this.writer = this.startWriter(!archive.wasClosedCleanly)
  }

  private startWriter(mustCheck: boolean): ThreadClient {
    const keptFiles = [...this.chosenPictures]
    return new ThreadClient('writer.worker', { ...this.threadData(), mustCheck, keptFiles }, message =>
      this.hear(message),
    )
  }

  async open(): Promise<void> {
    if (this.options.isListExpected) this.reader('lists')
    await this.connect()
  }

  private async connect(): Promise<void> {
    await this.writer.ready
    this.database = openReadable({ file: this.archive.paths.database, key: this.archive.key, role: 'main' })
    this.queries = mainQueries(this.database.db, this.lists, jobId => this.jobs.cancel(jobId))
    this.tagRules.start()
  }

  async abandon(): Promise<void> {
    await this.tagRules.stop()
    await this.closeReaders()
    await this.writer.close().catch(() => undefined)
    this.archive.close({ isClean: false })
  }

  async call<M extends MethodName>(method: M, request: Request<M>): Promise<Response<M>> {
    const entry = contract[method]
    const parsed = entry.request.parse(request) as Request<M>
    return (await this.dispatch(method, parsed)) as Response<M>
  }

  async run<M extends MethodName>(method: M, request: Request<M>): Promise<unknown> {
    const waiting: AppEvent[] = []
    let decide: ((event: AppEvent) => void) | undefined
    const stop = this.onEvent(event => (decide ? decide(event) : waiting.push(event)))
    try {
      const { jobId } = (await this.call(method, request)) as { jobId: number }
      return await new Promise((resolve, reject) => {
        decide = event => {
          if (event.name !== 'job.ended' || event.data.jobId !== jobId) return
          const { result } = event.data
          if (result.ok) resolve(result.value)
          else reject(new AppError(result.error.code, result.error.details))
        }
        for (const event of waiting) decide(event)
      })
    } finally {
      stop()
    }
  }

  async rejectedRows(request: RejectedRequest): Promise<RejectedRows> {
    return (await this.reader('lists').call('internal.rejectedRows', request)) as RejectedRows
  }

  openPicture(contentName: string, isThumbnail: boolean): OpenPicture | undefined {
    return this.database && findPicture(this.database.db, this.store, contentName, isThumbnail)
  }

  async copyStoredFile(contentName: string, target: string): Promise<void> {
    await this.store.copyTo(contentName, target)
  }

  onEvent(listener: (event: AppEvent) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** One at a time: one that is asked for meanwhile begins when the one before has ended. */
  backUp(reason: BackupReason): Promise<BackupEntry> {
    const made = this.lastBackUp.then(() => this.backUpNow(reason))
    this.lastBackUp = made.catch(() => undefined)
    return made
  }

  /** In turn with backups: both read on the same thread, which ends with each. */
  private checkFiles(): Promise<unknown> {
    const made = this.lastBackUp.then(() => this.onBackupReader('attachments.check', {}))
    this.lastBackUp = made.catch(() => undefined)
    return made
  }

  private async backUpNow(reason: BackupReason): Promise<BackupEntry> {
    return (await this.onBackupReader('internal.backUp', { reason })) as BackupEntry
  }

  private async onBackupReader(method: string, request: unknown): Promise<unknown> {
    const reader = this.reader('backup')
    try {
      return await reader.call(method, request)
    } finally {
      this.readers.delete('backup')
      await reader.close()
    }
  }

  needsBackup(): boolean {
    return needsBackup(this.archivePath, this.archive.key)
  }

  async whenIndexed(): Promise<void> {
    while (this.database && countQueued(this.database.db) > 0)
      await new Promise(resolve => setTimeout(resolve, 20))
  }

  async close(): Promise<void> {
    await this.jobs.cancelAll()
    await this.disconnect()
    this.attachmentKey.fill(0)
    this.archive.close({ isClean: true })
  }

  private async disconnect(): Promise<void> {
    await this.tagRules.stop()
    await this.closeReaders()
    this.database?.close()
    this.database = undefined
    await this.writer.close()
  }

  private async closeReaders(): Promise<void> {
    const readers = [...this.readers.values()]
    this.readers.clear()
    await Promise.all(readers.map(reader => reader.close()))
  }

  /** A job of its own, after any backup; other calls wait until it has ended. */
  private compact(job: RunningJob): Promise<CompactOutcome> {
    const made = this.lastBackUp.then(() => this.compactNow(job))
    this.lastBackUp = made.catch(() => undefined)
    this.pause = this.lastBackUp.then(() => {
      this.pause = undefined
    })
    return made
  }

  private compactNow(job: RunningJob): Promise<CompactOutcome> {
    const steps = {
      folder: this.archivePath,
      key: this.archive.key,
      tidy: () => this.writer.call('internal.tidy', {}) as Promise<number>,
      copy: () => this.onBackupReader('internal.compactCopy', {}),
      closeAll: () => this.disconnect(),
      reopen: () => {
        this.writer = this.startWriter(false)
        return this.connect()
      },
    }
    return compactArchive(steps, job)
  }

  private async dispatch(method: MethodName, asked: unknown): Promise<unknown> {
    if (this.pause && method !== 'jobs.cancel') await this.pause
    const request = withSelectedIds(asked, this.lists)
    switch (method) {
      case 'attachments.add':
        return this.jobs.start(job =>
          addAttachments(this.writer, this.files, request as Request<'attachments.add'>, job),
        )
      case 'attachments.storePicture': {
        const filePath = this.files.pathOf((request as Request<'attachments.storePicture'>).fileToken)
        return this.storePicture(filePath)
      }
      case 'attachments.check':
        return this.checkFiles()
      case 'archives.compact':
        if (this.jobs.runningCount > 0) throw new AppError('archive-busy')
        return this.jobs.start(job => this.compact(job))
      case 'imports.stage':
        return this.jobs.start(job => this.stage(request as Request<'imports.stage'>, job))
      case 'imports.previewHead':
        return this.previewHead(request as Request<'imports.previewHead'>)
      case 'imports.commit':
        return this.jobs.start(job => this.commit(request as Request<'imports.commit'>, job))
      case 'imports.analyse':
        return this.jobs.start(job =>
          analyseImport(this.reader('analytics'), request as Request<'imports.analyse'>, job),
        )
      case 'imports.listStaged':
        return listStaged(this.reader('lists'), this.files)
      case 'exports.write':
        return this.jobs.start(job =>
          this.export(threads => exportFile(threads, request as Request<'exports.write'>, job)),
        )
      case 'exports.writeEverything': {
        const everything = { ...(request as Request<'exports.writeEverything'>), archive: this.archive }
        return this.jobs.start(job => this.export(threads => exportEverything(threads, everything, job)))
      }
      case 'exports.restoreWhole': {
        const folder = this.files.pathOf((request as Request<'exports.restoreWhole'>).targetToken)
        return this.jobs.start(job => this.writer.call('internal.restoreFolder', { folder }, job))
      }
      case 'imports.undo':
        return this.jobs.start(job => this.writer.call(method, request, job))
      case 'identities.find':
        return this.jobs.start(job => this.reader('analytics').call(method, request, job))
      case 'identities.mergeSafe':
        return this.jobs.start(job => this.mergeSafe(request as Request<'identities.mergeSafe'>, job))
      case 'customers.openList':
      case 'customers.countFiltered': {
        const where = filterOf(request as Request<'customers.openList'> | Request<'customers.countFiltered'>)
        // Where all customers have to be scored, the thread does it that has their columns.
        if (where && usesSegments(where)) return this.reader('analytics').call(method, request)
        break
      }
      case 'search.customers':
        if (this.database && countQueued(this.database.db) > searchOnReaderAbove)
          return this.reader('lists').call(method, request)
        break
    }
    const { on } = contract[method]
    if (on === 'writer') return this.write(method, request)
    if (on === 'reader') return this.reader(isAnalytics(method) ? 'analytics' : 'lists').call(method, request)
    const query = this.queries[method]
    if (!query) throw new AppError('internal', { method })
    return query(request as never)
  }

  /** An edit of many customers reports like a job; a small one has ended before anybody sees it. */
  private write(method: MethodName, request: unknown): Promise<unknown> {
    return this.jobs.accompany(job => this.writer.call(method, request, job))
  }

  private async stage(
    { fileToken, isUnremembered, ...readAs }: Request<'imports.stage'>,
    job: RunningJob,
  ): Promise<unknown> {
    const filePath = this.files.pathOf(fileToken)
    const { sizeBytes } = this.files.register(filePath)
    const fileName = path.basename(filePath)
    const remembered =
      this.database && !isUnremembered ? listRememberedReadings(this.database.db, fileName) : []
    const { encoding, separator, password } = readAs
    const file = { filePath, fileName, sizeBytes, encoding, separator, password, remembered }
    const onHead = this.heads.expect(job.jobId)
    try {
      return await stageImport(this.writer, this.options.spawnFileReader, file, job, onHead)
    } finally {
      this.heads.forget(job.jobId)
    }
  }

  private async previewHead({ jobId, options }: Request<'imports.previewHead'>): Promise<unknown> {
    const head = await this.heads.of(jobId)
    return head && this.reader('lists').call('internal.previewHead', { head, options })
  }

  /** On a reader of its own, which ends with the export. */
  private async export<T>(work: (threads: ExportThreads) => Promise<T>): Promise<T> {
    const reader = this.reader('export')
    try {
      return await work({ reader, writer: this.writer, lists: this.lists, files: this.files })
    } finally {
      this.readers.delete('export')
      await reader.close()
    }
  }

  private async storePicture(filePath: string): Promise<StoredPicture> {
    const stored = (await this.writer.call('internal.storePicture', { filePath })) as StoredPicture
    this.chosenPictures.add(stored.contentName)
    return stored
  }

  /** Only pairs that the operator can have seen: those of the last search. */
  private async mergeSafe(request: Request<'identities.mergeSafe'>, job: RunningJob): Promise<unknown> {
    job.onProgress('merge', 0)
    const groups = await this.reader('analytics').call('internal.safeGroups', request)
    throwIfCancelled(job)
    return this.writer.call('internal.mergeGroups', { ...request, groups }, job)
  }

  /** A verified backup first: whatever an import does, yesterday is one click away. */
  private async commit(request: Request<'imports.commit'>, job: RunningJob): Promise<unknown> {
    if (!request.isDryRun) {
      job.onProgress('backup', 0)
      await this.backUp('import')
    }
    throwIfCancelled(job)
    return this.writer.call('imports.commit', request, job)
  }

  /** Readers are started when they are first needed. */
  private reader(role: ReaderRole): ThreadClient {
    const running = this.readers.get(role)
    if (running) return running
    const reader = new ThreadClient('reader.worker', { ...this.threadData(), role }, message =>
      this.hear(message),
    )
    this.readers.set(role, reader)
    return reader
  }

  private threadData() {
    return {
      archivePath: this.archivePath,
      key: this.archive.key,
      vault: this.archive.vault,
      appVersion: this.options.appVersion,
    }
  }

  private hear(message: ThreadMessage): void {
    if (message.type === 'list') this.lists.add(message)
    else if (message.type === 'columns') this.storeColumns(message.packed)
    else if (message.type === 'opening') this.options.onOpening?.(message.step)
    else if (message.type === 'event') this.tell(message.event)
    else if (message.type === 'slow-query') this.options.onFault?.({ kind: 'slow-query', text: message.sql })
    else if (message.type === 'background-error')
      this.options.onFault?.({
        kind: 'error',
        text: `${message.error.code} ${message.error.details?.place ?? ''}`,
      })
  }

  private tell(event: AppEvent): void {
    if (event.name === 'data.changed') this.tagRules.hear(event.data.topics)
    this.publish(event)
  }

  /** Derived data: when it cannot be stored, the next analysis reads the rows again. */
  private storeColumns(packed: PackedColumns): void {
    this.writer
      .call('internal.storeColumns', packed, { transfer: buffersOf(packed) })
      .catch(error =>
        this.options.onFault?.({ kind: 'error', text: `${toAppErrorData(error).code} columns` }),
      )
  }

  private publish(event: AppEvent): void {
    for (const listener of this.listeners) listener(event)
  }
}

function filterOf(request: Request<'customers.openList'> | Request<'customers.countFiltered'>) {
  return 'filter' in request ? request.filter : request.where?.filter
}

/** Also what counts the whole archive, and the search for duplicates, so that they never hold up a list. */
function isAnalytics(method: MethodName): boolean {
  return method === 'quality.countIncomplete' || /^(analytics|identities|reports|archives)\./.test(method)
}
