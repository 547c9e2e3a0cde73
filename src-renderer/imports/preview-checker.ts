import { call, toAppError } from '#renderer/ipc/client.ts'
import type { DeskStore } from './desk-store.ts'

/** Of how many previews main can still show more rows. */
const previewsRemembered = 5

/** Compares staged files with the archive, again and again as choices and the archive change. */
export class PreviewChecker {
  private readonly store: DeskStore
  /** Files whose choices changed while they were being checked. */
  private readonly again = new Set<number>()
  private checkCount = 0
  /** Counts how often customers or orders were changed. */
  private dataNumber = 0

  constructor(store: DeskStore) {
    this.store = store
  }

  dataChanged(): void {
    this.dataNumber += 1
  }

  /** Checks a file that was never checked, or whose preview is of the past. */
  refresh(fileId: number | null): void {
    const staged = this.store.findStaged(fileId)
    if (!staged || fileId === null) return
    const { preview, error, dataNumber, checkNumber } = staged
    const isOld = dataNumber !== this.dataNumber || checkNumber <= this.checkCount - previewsRemembered
    if (preview ? isOld : error === null) void this.check(fileId)
  }

  /** Asks about the first rows of a file that is still being read. They are a courtesy: without them the whole follows. */
  async checkHead(fileId: number, jobId: number): Promise<void> {
    const options = this.store.find(fileId)?.options
    if (!options || !this.isRead(fileId, jobId)) return
    const head = await call('imports.previewHead', { jobId, options }).catch(() => null)
    if (head === null || !this.isRead(fileId, jobId)) return
    this.store.change(fileId, file =>
      file.stage.kind === 'reading' ? { ...file, stage: { ...file.stage, head } } : file,
    )
  }

  private isRead(fileId: number, jobId: number): boolean {
    const stage = this.store.find(fileId)?.stage
    return stage?.kind === 'reading' && stage.jobId === jobId
  }

  /** Asks what an import would do. While one answer is on its way, changed choices wait for it. */
  async check(fileId: number): Promise<void> {
    const staged = this.store.findStaged(fileId)
    const options = this.store.find(fileId)?.options
    if (!staged || !options) return
    if (staged.isChecking) {
      this.again.add(fileId)
      return
    }
    const { stagingId } = staged
    this.checkCount += 1
    const { dataNumber, checkCount: checkNumber } = this
    this.store.changeStaged(fileId, stagingId, { isChecking: true, isOutdated: true, error: null })
    const answer = await call('imports.preview', { stagingId, options }).catch(toAppError)
    this.store.changeStaged(fileId, stagingId, { isChecking: false })
    if (this.again.delete(fileId)) return this.check(fileId)
    if (answer instanceof Error) this.store.changeStaged(fileId, stagingId, { error: answer })
    else {
      const found = { preview: answer, isOutdated: false, dataNumber, checkNumber }
      this.store.changeStaged(fileId, stagingId, found)
    }
  }
}
