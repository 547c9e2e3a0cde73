import { getBridge } from '#renderer/ipc/bridge.ts'
import { call, toAppError } from '#renderer/ipc/client.ts'
import { jobs } from '#renderer/ipc/jobs.ts'
import { cancelJob } from '#renderer/ipc/use-job.ts'
import type { AppError } from '#shared/contract/app-error.ts'
import type { Bridge } from '#shared/contract/bridge.ts'
import type { ImportOutcome } from '#shared/contract/imports.contract.ts'
import type { ImportPlanOptions } from '#shared/domain/import-batch.ts'
import {
  type DeskFile,
  emptyDesk,
  isOpen,
  nextOpenFile,
  type OfferedFile,
  type ReadAs,
  type Staged,
} from './desk-file.ts'
import { analysed, discard, isEqualCounts, stagedAs } from './desk-steps.ts'
import { DeskStore } from './desk-store.ts'
import { isReady } from './import-block.ts'
import { readAnew, sourceOf } from './plan-options.ts'
import { PreviewChecker } from './preview-checker.ts'

/** A file that is read sooner is shown whole at once. */
const headAfterMs = 300

/**
 * The files of the import wizard. It lives outside the page, so that a page that is left finds reading and writing where they
 * are. Files are read one after another ahead of the operator; they are looked at and written one by one.
 */
export class ImportDesk {
  private readonly store = new DeskStore()
  private readonly checker = new PreviewChecker(this.store)
  private lastId = 0
  private archiveToken: string | null = null
  private bridge: Bridge | null = null

  readonly subscribe = this.store.subscribe
  readonly getState = this.store.getState

  addFiles(offered: readonly OfferedFile[]): void {
    if (offered.length === 0) return
    this.listen()
    const skipped = offered.filter(file => file.skipped !== undefined)
    const added = offered.filter(file => file.skipped === undefined).map(file => this.newFile(file, {}))
    const { currentId, files } = this.store.getState()
    const current = this.store.find(currentId)
    const first = added[0]?.fileId ?? null
    // What was dealt with makes room for a new drop.
    const kept = files.some(isOpen) ? files : []
    this.store.set({
      files: [...kept, ...added],
      skipped: files.some(isOpen) ? [...this.store.getState().skipped, ...skipped] : skipped,
      currentId: current && isOpen(current) ? currentId : first,
    })
    this.readNext()
  }

  /** Forgets a folder that was skipped: it was dealt with. */
  dropSkipped(fileToken: string): void {
    const state = this.store.getState()
    this.store.set({ ...state, skipped: state.skipped.filter(file => file.fileToken !== fileToken) })
  }

  /** Goes on with a file that was read in an earlier session. */
  goOn(stagingId: string, offered: OfferedFile): void {
    this.listen()
    const file = this.newFile(offered, {})
    const { files } = this.store.getState()
    this.store.set({
      ...this.store.getState(),
      files: [...files.filter(isOpen), file],
      currentId: file.fileId,
    })
    this.takeStaged(file.fileId, stagedAs(stagingId, {}, null), null)
  }

  /** Another sheet of a file that was imported already. */
  addSheet(fileId: number, sheetName: string): void {
    const file = this.store.find(fileId)
    if (!file) return
    const added = this.newFile(file, { ...sourceOf(file.options), sheetName })
    const files = this.store.getState().files.flatMap(other => (other === file ? [other, added] : [other]))
    this.store.set({ ...this.store.getState(), files, currentId: added.fileId })
    this.readNext()
  }

  /** Sheets with the same headings as this one: the same choices count for them. */
  addSheets(fileId: number, sheetNames: readonly string[]): void {
    const file = this.store.find(fileId)
    if (!file) return
    const added = sheetNames.map(sheetName => this.newFile(file, { ...file.options, sheetName }))
    const state = this.store.getState()
    const files = state.files.flatMap(other => (other.fileId === fileId ? [other, ...added] : [other]))
    this.store.set({ ...state, files })
    this.readNext()
  }

  /** Writes all files that leave no question open, one after another; each is checked again right before. */
  async commitAll(): Promise<void> {
    for (const { fileId } of this.store.getState().files) {
      if (!isReady(this.store.find(fileId))) continue
      await this.checker.check(fileId)
      if (isReady(this.store.find(fileId))) await this.write(fileId)
    }
    void this.analyseWritten()
  }

  show(fileId: number): void {
    this.store.set({ ...this.store.getState(), currentId: fileId })
    this.refresh()
  }

  /** Checks the file that is shown again if the archive's data have changed since. */
  refresh(): void {
    this.checker.refresh(this.store.getState().currentId)
  }

  /** Reads a text file again with another encoding or separator. */
  readAgain(fileId: number, readAs: ReadAs): void {
    this.store.change(fileId, file => ({ ...file, readAs, options: readAnew(file.options) }))
    const file = this.store.find(fileId)
    if (file) void this.read(file)
  }

  setOptions(fileId: number, options: ImportPlanOptions): void {
    this.store.change(fileId, file => ({ ...file, options }))
    const stage = this.store.find(fileId)?.stage
    if (stage?.kind === 'reading' && stage.jobId !== null) void this.checker.checkHead(fileId, stage.jobId)
    void this.checker.check(fileId)
  }

  /** Writes a file. When the archive changed meanwhile but the figures did not, it is written all the same. */
  async commit(fileId: number): Promise<void> {
    await this.write(fileId)
    void this.analyseWritten()
  }

  private async write(fileId: number): Promise<void> {
    const before = this.store.findStaged(fileId)?.preview
    await this.tryCommit(fileId)
    const staged = this.store.findStaged(fileId)
    const after = staged?.preview
    if (!before || !after || before === after || staged.notice !== 'moved') return
    if (after.questions.length === 0 && isEqualCounts(before, after)) await this.tryCommit(fileId)
  }

  private async tryCommit(fileId: number): Promise<void> {
    const file = this.store.find(fileId)
    const staged = file?.stage
    if (!file || staged?.kind !== 'staged' || !staged.preview) return
    const { stagingId, preview } = staged
    const stage = {
      kind: 'committing',
      jobId: null,
      isCancelling: false,
      staged: { ...staged, preview },
    } as const
    this.store.setStage(fileId, stage)
    try {
      const request = { stagingId, options: file.options, previewRevision: preview.revision }
      const { jobId } = await call('imports.commit', request)
      this.startJob(fileId, jobId)
      const outcome = (await jobs.own('imports.commit', jobId)) as ImportOutcome
      const analysis = outcome.importBatchId === null ? null : 'counting'
      this.store.setStage(fileId, { kind: 'imported', outcome, preview, analysis })
    } catch (error) {
      await this.backToPreview(fileId, staged, toAppError(error))
    }
    this.readNext()
  }

  /** Counts what was written, after the last of several files, since each one changes what is found in all. */
  private async analyseWritten(): Promise<void> {
    for (const { fileId, stage } of this.store.getState().files) {
      if (stage.kind !== 'imported' || stage.analysis !== 'counting') continue
      const analysis = await analysed(stage.outcome.importBatchId)
      this.store.change(fileId, file => ({ ...file, stage: { ...stage, analysis } }))
    }
  }

  /** Stops reading or writing; nothing is left behind. */
  cancel(fileId: number): void {
    this.store.change(fileId, file => {
      const { stage } = file
      if (stage.kind !== 'reading' && stage.kind !== 'committing') return file
      if (stage.jobId !== null) void cancelJob(stage.jobId)
      return { ...file, stage: { ...stage, isCancelling: true } }
    })
  }

  /** Takes a file off the desk: what was read of it is dropped, what was imported stays. */
  remove(fileId: number): void {
    const file = this.store.find(fileId)
    if (!file) return
    if (file.stage.kind === 'reading' || file.stage.kind === 'committing') {
      this.cancel(fileId)
      return
    }
    if (file.stage.kind === 'staged') discard(file.stage)
    this.forget(fileId)
    this.readNext()
  }

  /** Clears the desk of all that is not being read or written. */
  clear(): void {
    const { files } = this.store.getState()
    for (const { stage } of files) if (stage.kind === 'staged') discard(stage)
    const busy = files.filter(({ stage }) => stage.kind === 'reading' || stage.kind === 'committing')
    this.store.set({ files: busy, currentId: busy[0]?.fileId ?? null, skipped: [] })
  }

  private newFile({ fileToken, name, sizeBytes }: OfferedFile, options: ImportPlanOptions): DeskFile {
    this.lastId += 1
    return {
      fileId: this.lastId,
      fileToken,
      name,
      ...(sizeBytes === undefined ? {} : { sizeBytes }),
      readAs: {},
      options,
      stage: { kind: 'waiting' },
    }
  }

  /** One file is read at a time, and none while another is written. */
  private readNext(): void {
    const { files } = this.store.getState()
    if (files.some(({ stage }) => stage.kind === 'reading' || stage.kind === 'committing')) return
    const next = files.find(({ stage }) => stage.kind === 'waiting')
    if (next) void this.read(next)
  }

  private async read(file: DeskFile): Promise<void> {
    const { fileId, fileToken, readAs } = file
    const earlier = file.stage.kind === 'staged' ? file.stage : null
    this.store.setStage(fileId, { kind: 'reading', jobId: null, isCancelling: false, earlier, head: null })
    try {
      const { jobId } = await call('imports.stage', { fileToken, ...readAs })
      this.startJob(fileId, jobId)
      setTimeout(() => void this.checker.checkHead(fileId, jobId), headAfterMs)
      const { stagingId } = (await jobs.own('imports.stage', jobId)) as { stagingId: string }
      this.takeStaged(fileId, stagedAs(stagingId, readAs, earlier), earlier)
    } catch (error) {
      this.readingFailed(fileId, earlier, toAppError(error))
    }
    this.readNext()
  }

  private takeStaged(fileId: number, staged: Staged, earlier: Staged | null): void {
    if (earlier) discard(earlier)
    if (!this.store.find(fileId)) discard(staged)
    this.store.change(fileId, file => ({
      ...file,
      stage: { ...staged, head: file.stage.kind === 'reading' ? file.stage.head : null },
    }))
    void this.checker.check(fileId)
  }

  private readingFailed(fileId: number, earlier: Staged | null, error: AppError): void {
    const isCancelled = error.code === 'cancelled'
    if (earlier) {
      const stage = { ...earlier, error: isCancelled ? null : error }
      this.store.change(fileId, file => ({ ...file, readAs: earlier.readAs, stage }))
    } else if (isCancelled) this.forget(fileId)
    else this.store.setStage(fileId, { kind: 'unreadable', error })
  }

  private async backToPreview(fileId: number, staged: Staged, error: AppError): Promise<void> {
    const isMoved = error.code === 'conflict'
    const isCancelled = error.code === 'cancelled'
    this.store.setStage(fileId, {
      ...staged,
      notice: isMoved ? 'moved' : isCancelled ? 'cancelled' : null,
      error: isMoved || isCancelled ? null : error,
    })
    if (isMoved) await this.checker.check(fileId)
  }

  private startJob(fileId: number, jobId: number): void {
    this.store.change(fileId, file => {
      const { stage } = file
      if (stage.kind !== 'reading' && stage.kind !== 'committing') return file
      // It was cancelled before its number was known.
      if (stage.isCancelling) void cancelJob(jobId)
      return { ...file, stage: { ...stage, jobId } }
    })
  }

  /** The desk belongs to one archive: with another one, or with none, it is empty. */
  private listen(): void {
    const bridge = getBridge()
    if (this.bridge === bridge) return
    this.bridge = bridge
    bridge.onEvent('data.changed', ({ topics }) => {
      if (topics.includes('customers') || topics.includes('orders')) this.checker.dataChanged()
    })
    bridge.onEvent('archive.changed', archive => {
      const token = archive.kind === 'open' ? archive.archiveToken : null
      const isSame = token !== null && (this.archiveToken === null || this.archiveToken === token)
      this.archiveToken = token
      if (!isSame) this.store.set(emptyDesk)
    })
  }

  private forget(fileId: number): void {
    const { files, currentId } = this.store.getState()
    const left = files.filter(file => file.fileId !== fileId)
    const next = nextOpenFile(files, fileId)?.fileId ?? left.at(-1)?.fileId ?? null
    const { skipped } = this.store.getState()
    this.store.set({ files: left, currentId: currentId === fileId ? next : currentId, skipped })
    this.refresh()
  }
}

/** The one desk of the window. */
export const importDesk = new ImportDesk()
