import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type RestoreRequest, readArchiveFacts } from '#main/archives/archive.service.ts'
import { createArchiveFolder } from '#main/archives/archive-folder.ts'
import { listArchiveWarnings } from '#main/archives/archive-warnings.ts'
import type { BackupEntry } from '#main/database/backup.ts'
import { type Engine, type EngineOptions, openEngine } from '#main/engine/open-engine.ts'
import { saveArchiveSettings } from '#main/settings/setting.service.ts'
import { ThreadClient } from '#main/threads/thread-client.ts'
import { toAppErrorData } from '#main/threads/to-app-error-data.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { ArchiveState } from '#shared/contract/archives.contract.ts'
import type { AppEvent } from '#shared/contract/events.contract.ts'
import type { BackupInfo } from '#shared/domain/archive.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { KnownArchives } from './known-archives.ts'
import type { Log } from './log.ts'
import { createTokens, type Tokens } from './tokens.ts'

/** What a new archive is made with. */
export type NewArchive = {
  readonly folder: string
  readonly shopName: string
  readonly currency: CurrencyCode
}

/** What the desk is set up with. */
export type ArchiveDeskParts = Pick<EngineOptions, 'appVersion' | 'spawnFileReader'> & {
  readonly known: KnownArchives
  readonly sampleFolder: string
  readonly sampleName: () => string
  /** Name of the file that marks archives which tests may drive; undefined in ordinary use. */
  readonly requiredMark: string | undefined
  /** How long after a change the archive is backed up by itself. Units: ms. */
  readonly backUpAfterMs: number
  readonly publish: (event: AppEvent) => void
  readonly log: Log
}

/** Which archive is open, and the ways from one to another. Every way ends in a state; one runs at a time. */
export type ArchiveDesk = {
  readonly archives: Tokens
  readonly backups: Tokens
  state(): ArchiveState
  /** The open archive. Errors: `no-archive-open`. */
  engine(): Engine
  create(archive: NewArchive): Promise<ArchiveState>
  open(folder: string): Promise<ArchiveState>
  /** Closes in order; after changes a backup is made first. */
  close(): Promise<ArchiveState>
  /** Closes as `close` does, at the end of the program: the next start opens the same archive again. */
  end(): Promise<void>
  restore(folder: string, backup: string): Promise<ArchiveState>
  backUpNow(): Promise<BackupInfo>
  toBackupInfo(entry: BackupEntry): BackupInfo | undefined
}

/**
 * Makes the desk on which at most one archive lies open.
 *
 * An archive that cannot be opened is a state with its code, not an error: the start screen shows what to do,
 * and nothing on it deletes data.
 */
export function createArchiveDesk(parts: ArchiveDeskParts): ArchiveDesk {
  const archives = createTokens('archive-missing')
  const backups = createTokens('file-missing')
  let running: Engine | undefined
  let state: ArchiveState = { kind: 'none' }
  let last: Promise<unknown> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Ways of the desk are taken one after another, also when one fails. */
  function inTurn<T>(way: () => Promise<T>): Promise<T> {
    const turn = last.then(way, way)
    last = turn.catch(() => undefined)
    return turn
  }

  function setState(next: ArchiveState): ArchiveState {
    state = next
    parts.publish({ name: 'archive.changed', data: next })
    return next
  }

  const nameOf = (folder: string) =>
    folder === parts.sampleFolder ? parts.sampleName() : readArchiveFacts(folder).name

  function toBackupInfo({ file, sequence, sizeBytes, header, isGood }: BackupEntry): BackupInfo | undefined {
    if (!header) return undefined
    const { reason, madeAt, counts } = header
    return { backupToken: backups.issue(file), sequence, reason, madeAt, sizeBytes, counts, isGood }
  }

  const newestBackup = (folder: string): BackupInfo | null => {
    const entry = readArchiveFacts(folder).newestBackup
    return (entry && toBackupInfo(entry)) ?? null
  }

  async function enter(folder: string, missingAttachments = 0): Promise<ArchiveState> {
    const name = nameOf(folder)
    const archiveToken = archives.issue(folder)
    setState({ kind: 'opening', name, step: 'opening' })
    try {
      checkMark(folder)
      running = await openEngine({
        archivePath: folder,
        appVersion: parts.appVersion,
        spawnFileReader: parts.spawnFileReader,
        isListExpected: true,
        onOpening: step => setState({ kind: 'opening', name, step }),
        onFault: ({ kind, text }) => parts.log({ code: kind, where: text }),
      })
      running.onEvent(hear)
      const { currency } = await running.call('settings.get', {})
      parts.known.opened(folder, new Date().toISOString())
      const lastBackup = newestBackup(folder)
      return setState({
        kind: 'open',
        archiveToken,
        name,
        currency,
        isReadOnly: false,
        isSample: folder === parts.sampleFolder,
        lastBackup,
        isChangedSinceBackup: lastBackup !== null && running.needsBackup(),
        warnings: listArchiveWarnings(folder, await newestInstant(running, lastBackup), new Date()),
        ...(missingAttachments > 0 ? { missingAttachments } : {}),
      })
    } catch (error) {
      const { code } = toAppErrorData(error)
      parts.log({ code, where: 'archive.open', error })
      await running?.close().catch(() => undefined)
      running = undefined
      return setState({ kind: 'problem', archiveToken, name, code })
    }
  }

  /** The latest moment that the archive knows of: its last act or its last backup. */
  async function newestInstant(engine: Engine, backup: BackupInfo | null): Promise<string | null> {
    const { undo } = await engine.call('changes.nextSteps', {})
    return (
      [undo?.madeAt, backup?.madeAt]
        .filter(at => at !== undefined)
        .toSorted()
        .at(-1) ?? null
    )
  }

  async function leave({ isBackupMade }: { isBackupMade: boolean }): Promise<void> {
    const leaving = running
    if (!leaving) return
    clearTimeout(timer)
    timer = undefined
    try {
      parts.known.counted(leaving.archivePath, (await leaving.call('customers.count', {})).count)
      if (isBackupMade && leaving.needsBackup()) await leaving.backUp('quit')
    } catch (error) {
      // What is stored is stored; only the copy is missing, and the next start shows its age.
      parts.log({ code: toAppErrorData(error).code, where: 'archive.leave', error })
    }
    running = undefined
    await leaving.close()
  }

  function hear(event: AppEvent): void {
    parts.publish(event)
    if (event.name === 'job.ended') refreshBackup()
    if (event.name === 'data.changed') noteChange(event.data.topics)
  }

  /** After a change a backup follows by itself; further changes until then are in it. */
  function noteChange(topics: readonly string[]): void {
    if (state.kind !== 'open' || !topics.some(topic => topic === 'customers' || topic === 'orders')) return
    if (!state.isChangedSinceBackup) setState({ ...state, isChangedSinceBackup: true })
    timer ??= setTimeout(() => void backUpByItself(), parts.backUpAfterMs)
  }

  async function backUpByItself(): Promise<void> {
    timer = undefined
    const engine = running
    if (!engine) return
    try {
      if (engine.needsBackup()) await engine.backUp('timed')
      if (engine === running) refreshBackup()
    } catch (error) {
      // The next change tries again, and the status bar goes on saying that there is something new.
      parts.log({ code: toAppErrorData(error).code, where: 'archive.backup', error })
    }
  }

  /** An import makes its own backup: the status bar shows the newest. */
  function refreshBackup(): void {
    if (state.kind !== 'open' || !running) return
    const lastBackup = newestBackup(running.archivePath)
    if (lastBackup?.sequence !== state.lastBackup?.sequence)
      setState({ ...state, lastBackup, isChangedSinceBackup: running.needsBackup() })
  }

  function checkMark(folder: string): void {
    if (parts.requiredMark && !existsSync(path.join(folder, parts.requiredMark)))
      throw new AppError('archive-foreign')
  }

  function mark(folder: string): void {
    if (parts.requiredMark) writeFileSync(path.join(folder, parts.requiredMark), '')
  }

  return {
    archives,
    backups,
    toBackupInfo,
    state: () => state,
    engine() {
      if (!running) throw new AppError('no-archive-open')
      return running
    },
    create: ({ folder, shopName, currency }) =>
      inTurn(async () => {
        mkdirSync(path.dirname(folder), { recursive: true })
        const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
        createArchiveFolder(folder, db => {
          saveArchiveSettings(db, { shopName, currency, timeZone })
        })
        mark(folder)
        await leave({ isBackupMade: true })
        return enter(folder)
      }),
    open: folder =>
      inTurn(async () => {
        if (running?.archivePath === folder) return state
        await leave({ isBackupMade: true })
        return enter(folder)
      }),
    close: () =>
      inTurn(async () => {
        await leave({ isBackupMade: true })
        parts.known.closed()
        return setState({ kind: 'none' })
      }),
    end: () => inTurn(() => leave({ isBackupMade: true })),
    restore: (folder, backup) =>
      inTurn(async () => {
        const isOpen = running?.archivePath === folder
        await leave({ isBackupMade: !isOpen })
        setState({ kind: 'opening', name: nameOf(folder), step: 'checking' })
        let missing: number
        try {
          missing = await restoreInThread({ folder, backup, appVersion: parts.appVersion, now: new Date() })
        } catch (error) {
          if (isOpen) await enter(folder)
          else setState({ kind: 'none' })
          throw error
        }
        mark(folder)
        return enter(folder, missing)
      }),
    async backUpNow() {
      if (!running) throw new AppError('no-archive-open')
      const info = toBackupInfo(await running.backUp('manual'))
      refreshBackup()
      if (!info) throw new AppError('backup-not-verified')
      return info
    },
  }
}

/** Putting back copies and checks the whole archive: not in the thread that answers the window. Answers how many attached files are missing. */
async function restoreInThread(request: RestoreRequest): Promise<number> {
  const thread = new ThreadClient('restore.worker', request, () => undefined)
  const { missingAttachments } = (await thread.ready) as { missingAttachments: number }
  return missingAttachments
}
