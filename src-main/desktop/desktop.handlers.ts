import { writeFileSafely } from '#main/database/safe-files.ts'
import type { FileTokens } from '#main/engine/file-tokens.ts'
import { saveRejectedRows, saveTextTable } from '#main/exports/rejected-workbook.service.ts'
import { readPresetFile } from '#main/imports/mapping/presets/preset-file.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { PrintData } from '#shared/contract/bridge.ts'
import type { Handlers, MethodsOn, Request, Response } from '#shared/contract/contract.ts'
import { toShownFileName } from '#shared/domain/attachment.ts'
import { dayIn } from '#shared/domain/day-in.ts'
import { toFileNameWithEnding } from '#shared/domain/file-name.ts'
import type { Preferences } from '#shared/domain/settings.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { type ArchiveHandlerParts, archiveHandlers } from './archive.handlers.ts'
import type { Dialogs } from './dialogs.ts'
import { freePath } from './free-path.ts'
import type { PdfPrinter } from './pdf-printer.ts'
import type { SettingsFile } from './settings-file.ts'

/** What the calls that belong to the window program need. */
export type DesktopHandlerParts = ArchiveHandlerParts & {
  readonly settings: SettingsFile
  readonly files: FileTokens
  readonly dialogs: Pick<
    Dialogs,
    | 'chooseFiles'
    | 'chooseFolder'
    | 'chooseAttachments'
    | 'choosePicture'
    | 'placeCopy'
    | 'choosePresets'
    | 'placePdf'
    | 'placePresets'
    | 'placeWorkbook'
    | 'placeFindings'
    | 'placeExport'
    | 'choosePlace'
    | 'showInFolder'
  >
  readonly printer: PdfPrinter
  readonly translate: () => Translate
  readonly applyPreferences: (preferences: Preferences) => void
  /** Facts that do not depend on an archive. */
  readonly facts: () => Omit<Response<'program.facts'>, 'today'>
}

/** The calls that only the window program answers: dialogs, files, printing, preferences, archives. Pasting is the windows' own. */
export function desktopHandlers(parts: DesktopHandlerParts) {
  const { desk, settings, files, dialogs, printer, translate } = parts

  /** The day in the archive's zone; on the start screen the day of this PC. */
  async function today(): Promise<string> {
    const { kind } = desk.state()
    const zone = kind === 'open' ? (await desk.engine().call('settings.get', {})).timeZone : undefined
    return dayIn(zone, new Date())
  }

  async function printDataFor(request: Request<'reports.getData'>): Promise<PrintData> {
    const report = await desk.engine().call('reports.getData', request)
    return { report, language: settings.get().preferences.language, printedOn: await today() }
  }

  return {
    ...archiveHandlers(parts),
    'files.accept': ({ paths }) => files.accept(paths),
    async 'files.chooseFolder'() {
      return files.accept(await dialogs.chooseFolder())
    },
    async 'files.choose'() {
      return (await dialogs.chooseFiles()).map(path => files.register(path))
    },
    async 'attachments.choose'() {
      return (await dialogs.chooseAttachments()).map(path => files.register(path))
    },
    async 'attachments.choosePicture'() {
      const place = await dialogs.choosePicture()
      return place === undefined ? null : files.register(place)
    },
    async 'attachments.saveCopy'({ contentName, fileName }) {
      const place = await dialogs.placeCopy(toFileNameWithEnding(toShownFileName(fileName)))
      if (!place) return null
      await desk.engine().copyStoredFile(contentName, place)
      return { name: baseName(place) }
    },
    'preferences.get': () => settings.get().preferences,
    'preferences.save'(preferences) {
      settings.save({ preferences })
      parts.applyPreferences(preferences)
      return preferences
    },
    async 'program.facts'() {
      return { ...parts.facts(), today: await today() }
    },
    async 'reports.savePdf'(request) {
      const data = await printDataFor(request)
      const place = await dialogs.placePdf(reportName(data, translate()))
      if (!place) return null
      const { pdf, pageCount } = await printer.toPdf(data)
      const fileName = saveUnder(place, pdf)
      return { fileName, pageCount }
    },
    async 'reports.print'(request) {
      return printer.toPaper(await printDataFor(request))
    },
    async 'exports.chooseTarget'({ table, format, purpose }) {
      const kind = purpose === 'contact' ? 'contact' : table
      const fileName = translate()(`exports.fileName.${kind}`, { date: await today() })
      const place = await dialogs.placeExport(fileName, format)
      return place === undefined ? null : files.registerTarget(place, true)
    },
    async 'exports.chooseFolder'() {
      const place = await dialogs.choosePlace()
      if (place === undefined) return null
      const name = baseName(desk.engine().archivePath).replace(/\.kehu$/, '')
      const folder = translate()('exports.fileName.everything', { name, date: await today() })
      return files.registerTarget(freePath(place, folder, ''), false)
    },
    async 'exports.chooseWhole'() {
      const place = await dialogs.choosePlace()
      return place === undefined ? null : files.registerTarget(place, false)
    },
    'exports.showInFolder'({ targetToken }) {
      dialogs.showInFolder(files.pathOf(targetToken))
      return null
    },
    async 'imports.saveRejectedRows'(request) {
      const rejected = await desk.engine().rejectedRows(request)
      const kind = rejected.rows.length > 0 ? 'rejectedRows' : 'damagedCells'
      const suggested = translate()(`desktop.fileName.${kind}`, { file: withoutEnding(rejected.fileName) })
      const place = await dialogs.placeWorkbook(suggested)
      if (!place) return null
      const saved = await saveRejectedRows(place, rejected, settings.get().preferences.language)
      return { fileName: baseName(place), ...saved }
    },
    async 'quality.saveFindings'({ title, headers, rows }) {
      const place = await dialogs.placeFindings(
        translate()('desktop.fileName.findings', { kind: title, date: await today() }),
      )
      if (!place) return null
      return { fileName: baseName(place), ...(await saveTextTable(place, { title, headers, rows })) }
    },
    async 'imports.exportPresets'({ codes }) {
      const text = await desk.engine().call('imports.presetsAsText', { codes })
      const place = await dialogs.placePresets(translate()('desktop.fileName.presets'))
      return place ? { fileName: saveUnder(place, Buffer.from(text)) } : null
    },
    async 'imports.importPresets'() {
      const place = await dialogs.choosePresets()
      return place ? desk.engine().call('imports.addPresets', { text: readPresetFile(place) }) : null
    },
  } satisfies Pick<Handlers, Exclude<MethodsOn<'desktop'>, 'program.paste' | 'program.copyPicture'>>
}

const baseName = (place: string) => place.replace(/^.*[\\/]/, '')
const withoutEnding = (fileName: string) => fileName.replace(/\.[^.]*$/, '')

function reportName({ report, printedOn }: PrintData, t: Translate): string {
  if (report.kind === 'customer-file')
    return t('desktop.fileName.customerFile', { number: report.file.archiveNumber })
  return t(`desktop.fileName.${report.kind}`, { date: printedOn })
}

/** A PDF that is open elsewhere cannot be replaced on Windows: that is a failure of printing, not of the archive. */
function saveUnder(place: string, pdf: Uint8Array): string {
  try {
    writeFileSafely(place, pdf)
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    throw new AppError(isFull ? 'disk-full' : 'print-failed')
  }
  return baseName(place)
}
