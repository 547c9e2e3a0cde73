import { existsSync } from 'node:fs'
import path from 'node:path'
import { inspectBackup, readArchiveFacts } from '#main/archives/archive.service.ts'
import { listBackups } from '#main/database/backup.ts'
import type { FileTokens } from '#main/engine/file-tokens.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { Handlers, MethodsOn } from '#shared/contract/contract.ts'
import type { RecentArchive } from '#shared/domain/archive.ts'
import { CurrencyCode } from '#shared/domain/currency.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { ArchiveDesk } from './archive-desk.ts'
import type { Dialogs } from './dialogs.ts'
import { freePath } from './free-path.ts'
import { folderHint, type KnownArchives } from './known-archives.ts'

/** What the calls about archives need. */
export type ArchiveHandlerParts = {
  readonly desk: ArchiveDesk
  readonly known: KnownArchives
  readonly dialogs: Pick<Dialogs, 'chooseArchive' | 'chooseBackup' | 'placeArchive'>
  readonly files: FileTokens
  readonly documents: string
  readonly sampleFolder: string
  readonly listSampleWorkbooks: () => readonly string[]
  readonly translate: () => Translate
}

type ArchiveMethod = Extract<MethodsOn<'desktop'>, `archives.${string}`>

/** The calls about archives: which one is open, new ones, backups. */
export function archiveHandlers(parts: ArchiveHandlerParts) {
  const { desk, known, dialogs, translate } = parts
  const newFolder = (name: string) =>
    freePath(path.join(parts.documents, translate()('desktop.archivesFolder')), name, '.kehu')

  function listRecent(): RecentArchive[] {
    const mine = known.list().filter(({ path: folder }) => folder !== parts.sampleFolder)
    return mine.map(({ path: folder, lastOpenedAt, customers }) => {
      const { name, isMissing, newestBackup } = readArchiveFacts(folder)
      return {
        archiveToken: desk.archives.issue(folder),
        name,
        folderHint: folderHint(folder),
        lastOpenedAt,
        isMissing,
        customers,
        lastBackupAt: newestBackup?.header?.madeAt ?? null,
      }
    })
  }

  /** Where a backup of unknown origin is put back: beside the other archives, under its archive's name. */
  function folderForBackup(backup: string): string {
    const archive = path.dirname(path.dirname(backup))
    const name = archive.endsWith('.kehu') ? path.basename(archive, '.kehu') : undefined
    return newFolder(name ?? translate()('desktop.restoredArchive'))
  }

  return {
    'archives.state': () => desk.state(),
    'archives.listRecent': listRecent,
    async 'archives.create'({ name, currency, isPlaceAsked }) {
      const suggested = newFolder(name)
      const folder = isPlaceAsked ? await dialogs.placeArchive(suggested) : suggested
      if (!folder) return desk.state()
      return desk.create({ folder, shopName: name, currency: CurrencyCode.parse(currency) })
    },
    'archives.open': ({ archiveToken }) => desk.open(desk.archives.resolve(archiveToken)),
    async 'archives.chooseAndOpen'() {
      const chosen = await dialogs.chooseArchive()
      return chosen ? desk.open(chosen) : desk.state()
    },
    async 'archives.openSample'() {
      const workbooks = parts.listSampleWorkbooks()
      const folder = parts.sampleFolder
      const state = existsSync(folder)
        ? await desk.open(folder)
        : await desk.create({ folder, shopName: translate()('desktop.sampleArchive'), currency: 'CNY' })
      if (state.kind !== 'open') return { state, fileTokens: [] }
      const { count } = await desk.engine().call('customers.count', {})
      const files = count > 0 ? [] : workbooks.map(workbook => parts.files.register(workbook))
      return { state, fileTokens: files.map(({ fileToken, name }) => ({ fileToken, name })) }
    },
    'archives.close': () => desk.close(),
    'archives.forget'({ archiveToken }) {
      known.forget(desk.archives.resolve(archiveToken))
      return listRecent()
    },
    'archives.listBackups': ({ archiveToken }) =>
      listBackups(desk.archives.resolve(archiveToken)).flatMap(entry => desk.toBackupInfo(entry) ?? []),
    async 'archives.chooseBackup'() {
      const chosen = await dialogs.chooseBackup()
      if (!chosen) return null
      const info = desk.toBackupInfo(inspectBackup(chosen))
      if (!info) throw new AppError('backup-damaged')
      return info
    },
    'archives.restore'({ backupToken, archiveToken }) {
      const backup = desk.backups.resolve(backupToken)
      const folder = archiveToken ? desk.archives.resolve(archiveToken) : folderForBackup(backup)
      return desk.restore(folder, backup)
    },
    'archives.backUpNow': () => desk.backUpNow(),
  } satisfies Pick<Handlers, ArchiveMethod>
}
