import { getBridge } from '#renderer/ipc/bridge.ts'
import { call, toAppError } from '#renderer/ipc/client.ts'
import { jobs } from '#renderer/ipc/jobs.ts'
import { cancelJob } from '#renderer/ipc/use-job.ts'
import type { AppError } from '#shared/contract/app-error.ts'
import type { ImportOutcome } from '#shared/contract/imports.contract.ts'
import type { ImportPlanOptions, ImportPreview } from '#shared/domain/import-batch.ts'
import {
  type DeskFile,
  type DeskState,
  emptyDesk,
  type FileStage,
  nextOpenFile,
  type OfferedFile,
  type ReadAs,
  type Staged,
} from './desk-file.ts'
import { readAnew, sourceOf } from './plan-options.ts'

/**
 * The files of the import wizard. It lives outside the page, so that a page that is left finds reading and writing where they
 * are. Files are read one after another ahead of the operator; they are looked at and written one by one.
 */
export class ImportDesk {
  private state: DeskState = emptyDesk
  private readonly listeners = new Set<() => void>()
  /** Files whose choices changed while they were being checked. */
  private readonly checkAgain = new Set<number>()
  private lastId = 0
  /** Counts how often customers or orders were changed. */
  private dataNumber = 0
  private archiveToken: string | null = null
  private isListening = false

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
  readonly getState = (): DeskState => this.state

  addFiles(offered: readonly OfferedFile[]): void {
    if (offered.length === 0) return
    this.listen()
    const added = offered.map(file => this.newFile(file, {}))
    const { currentId, files } = this.state
    const isBusy = files.some(file => file.fileId === currentId && file.stage.kind !== 'imported')
    this.set({ files: [...files, ...added], currentId: isBusy ? currentId : (added[0]?.fileId ?? null) })
    this.readNext()
  }

  /** Another sheet of a file that was imported already. */
  addSheet(fileId: number, sheetName: string): void {
    const file = this.find(fileId)
    if (!file) return
    const added = this.newFile(file, { ...sourceOf(file.options), sheetName })
    const files = this.state.files.flatMap(other => (other === file ? [other, added] : [other]))
    this.set({ files, currentId: added.fileId })
    this.readNext()
  }

  show(fileId: number): void {
    this.set({ ...this.state, currentId: fileId })
    this.refresh()
  }

  /** Checks the file that is shown again if the archive's data have changed since. */
  refresh(): void {
    const file = this.find(this.state.currentId)
    if (file?.stage.kind !== 'staged') return
    const isNew = file.stage.preview === null && file.stage.error === null
    if (isNew || file.stage.dataNumber !== this.dataNumber) void this.check(file.fileId)
  }

  /** Reads a text file again with another encoding or separator. */
  readAgain(fileId: number, readAs: ReadAs): void {
    this.change(fileId, file => ({ ...file, readAs, options: readAnew(file.options) }))
    const file = this.find(fileId)
    if (file) void this.read(file)
  }

  setOptions(fileId: number, options: ImportPlanOptions): void {
    this.change(fileId, file => ({ ...file, options }))
    void this.check(fileId)
  }

  async commit(fileId: number): Promise<void> {
    const file = this.find(fileId)
    const staged = file?.stage
    if (!file || staged?.kind !== 'staged' || !staged.preview) return
    const { stagingId, preview } = staged
    const stage = {
      kind: 'committing',
      jobId: null,
      isCancelling: false,
      staged: { ...staged, preview },
    } as const
    this.setStage(fileId, stage)
    try {
      const request = { stagingId, options: file.options, previewRevision: preview.revision }
      const { jobId } = await call('imports.commit', request)
      this.startJob(fileId, jobId)
      const outcome = (await jobs.own('imports.commit', jobId)) as ImportOutcome
      this.setStage(fileId, { kind: 'imported', outcome, preview })
    } catch (error) {
      this.backToPreview(fileId, staged, toAppError(error))
    }
    this.readNext()
  }

  /** Stops reading or writing; nothing is left behind. */
  cancel(fileId: number): void {
    this.change(fileId, file => {
      const { stage } = file
      if (stage.kind !== 'reading' && stage.kind !== 'committing') return file
      if (stage.jobId !== null) void cancelJob(stage.jobId)
      return { ...file, stage: { ...stage, isCancelling: true } }
    })
  }

  /** Takes a file off the desk: what was read of it is dropped, what was imported stays. */
  remove(fileId: number): void {
    const file = this.find(fileId)
    if (!file) return
    if (file.stage.kind === 'reading' || file.stage.kind === 'committing') {
      this.cancel(fileId)
      return
    }
    if (file.stage.kind === 'staged') discard(file.stage)
    this.forget(fileId)
    this.readNext()
  }

  /** Clears the desk. What is being read or written is asked to stop and goes when it has. */
  clear(): void {
    const isBusy = ({ stage }: DeskFile) => stage.kind === 'reading' || stage.kind === 'committing'
    for (const { stage } of this.state.files) if (stage.kind === 'staged') discard(stage)
    const files = this.state.files.filter(isBusy)
    this.set({ files, currentId: files[0]?.fileId ?? null })
    for (const { fileId } of files) this.cancel(fileId)
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
    const { files } = this.state
    if (files.some(({ stage }) => stage.kind === 'reading' || stage.kind === 'committing')) return
    const next = files.find(({ stage }) => stage.kind === 'waiting')
    if (next) void this.read(next)
  }

  private async read(file: DeskFile): Promise<void> {
    const { fileId, fileToken, readAs } = file
    const earlier = file.stage.kind === 'staged' ? file.stage : null
    this.setStage(fileId, { kind: 'reading', jobId: null, isCancelling: false, earlier })
    try {
      const { jobId } = await call('imports.stage', { fileToken, ...readAs })
      this.startJob(fileId, jobId)
      const { stagingId } = (await jobs.own('imports.stage', jobId)) as { stagingId: string }
      this.takeStaged(fileId, stagedAs(stagingId, readAs, earlier), earlier)
    } catch (error) {
      this.readingFailed(fileId, earlier, toAppError(error))
    }
    this.readNext()
  }

  private takeStaged(fileId: number, staged: Staged, earlier: Staged | null): void {
    if (earlier) discard(earlier)
    if (!this.find(fileId)) discard(staged)
    this.setStage(fileId, staged)
    if (this.state.currentId === fileId) void this.check(fileId)
  }

  private readingFailed(fileId: number, earlier: Staged | null, error: AppError): void {
    const isCancelled = error.code === 'cancelled'
    if (earlier) {
      const stage = { ...earlier, error: isCancelled ? null : error }
      this.change(fileId, file => ({ ...file, readAs: earlier.readAs, stage }))
    } else if (isCancelled) this.forget(fileId)
    else this.setStage(fileId, { kind: 'unreadable', error })
  }

  /** Asks what an import would do. While one answer is on its way, changed choices wait for it. */
  private async check(fileId: number): Promise<void> {
    const file = this.find(fileId)
    if (file?.stage.kind !== 'staged') return
    if (file.stage.isChecking) {
      this.checkAgain.add(fileId)
      return
    }
    const { stagingId } = file.stage
    const { dataNumber } = this
    this.changeStaged(fileId, stagingId, { isChecking: true, error: null })
    const answer = await call('imports.preview', { stagingId, options: file.options }).catch(toAppError)
    if (this.checkAgain.delete(fileId)) {
      this.changeStaged(fileId, stagingId, { isChecking: false })
      return this.check(fileId)
    }
    if (answer instanceof Error) this.changeStaged(fileId, stagingId, { isChecking: false, error: answer })
    else this.takePreview(fileId, stagingId, answer, dataNumber)
  }

  private takePreview(fileId: number, stagingId: string, preview: ImportPreview, dataNumber: number): void {
    const stage = this.find(fileId)?.stage
    const generation = (stage?.kind === 'staged' ? stage.generation : 0) + 1
    this.changeStaged(fileId, stagingId, { preview, dataNumber, generation, isChecking: false })
  }

  private backToPreview(fileId: number, staged: Staged, error: AppError): void {
    const isMoved = error.code === 'conflict'
    const isCancelled = error.code === 'cancelled'
    this.setStage(fileId, {
      ...staged,
      notice: isMoved ? 'moved' : isCancelled ? 'cancelled' : null,
      error: isMoved || isCancelled ? null : error,
    })
    if (isMoved) void this.check(fileId)
  }

  private startJob(fileId: number, jobId: number): void {
    this.change(fileId, file => {
      const { stage } = file
      if (stage.kind !== 'reading' && stage.kind !== 'committing') return file
      // It was cancelled before its number was known.
      if (stage.isCancelling) void cancelJob(jobId)
      return { ...file, stage: { ...stage, jobId } }
    })
  }

  /** The desk belongs to one archive: with another one, or with none, it is empty. */
  private listen(): void {
    if (this.isListening) return
    this.isListening = true
    getBridge().onEvent('data.changed', ({ topics }) => {
      if (topics.includes('customers') || topics.includes('orders')) this.dataNumber += 1
    })
    getBridge().onEvent('archive.changed', archive => {
      const token = archive.kind === 'open' ? archive.archiveToken : null
      const isSame = token !== null && (this.archiveToken === null || this.archiveToken === token)
      this.archiveToken = token
      if (!isSame) this.set(emptyDesk)
    })
  }

  private find(fileId: number | null): DeskFile | undefined {
    return this.state.files.find(file => file.fileId === fileId)
  }

  private forget(fileId: number): void {
    const { files, currentId } = this.state
    const left = files.filter(file => file.fileId !== fileId)
    const next = nextOpenFile(files, fileId)?.fileId ?? left.at(-1)?.fileId ?? null
    this.set({ files: left, currentId: currentId === fileId ? next : currentId })
    this.refresh()
  }

  private change(fileId: number, changed: (file: DeskFile) => DeskFile): void {
    const files = this.state.files.map(file => (file.fileId === fileId ? changed(file) : file))
    this.set({ ...this.state, files })
  }

  private setStage(fileId: number, stage: FileStage): void {
    this.change(fileId, file => ({ ...file, stage }))
  }

  private changeStaged(fileId: number, stagingId: string, changed: Partial<Staged>): void {
    this.change(fileId, file => {
      const { stage } = file
      const isSame = stage.kind === 'staged' && stage.stagingId === stagingId
      return isSame ? { ...file, stage: { ...stage, ...changed } } : file
    })
  }

  private set(state: DeskState): void {
    this.state = state
    for (const listener of this.listeners) listener()
  }
}

function stagedAs(stagingId: string, readAs: ReadAs, earlier: Staged | null): Staged {
  return {
    kind: 'staged',
    stagingId,
    readAs,
    // What was seen stays until the newly read file has been checked.
    preview: earlier?.preview ?? null,
    generation: earlier?.generation ?? 0,
    isChecking: false,
    dataNumber: -1,
    error: null,
    notice: null,
  }
}

function discard({ stagingId }: Staged): void {
  void call('imports.discard', { stagingId }).catch(() => null)
}

/** The one desk of the window. */
export const importDesk = new ImportDesk()
