import path from 'node:path'
import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions, shell } from 'electron'
import { tableEndings } from '#main/engine/expand-folders.ts'
import { toFileName } from '#shared/domain/file-name.ts'
import type { Translate } from '#shared/i18n/translate.ts'

/** The dialogs of the operating system, worded in the language of the window. */
export type Dialogs = {
  chooseFiles(): Promise<readonly string[]>
  chooseFolder(): Promise<readonly string[]>
  /** Files of any kind. */
  chooseAttachments(): Promise<readonly string[]>
  choosePicture(): Promise<string | undefined>
  /** Where a copy of a file of any kind goes; the name is suggested as it is. */
  placeCopy(fileName: string): Promise<string | undefined>
  /** A .kehu folder, or the archive.db inside one; undefined when closed. */
  chooseArchive(): Promise<string | undefined>
  placeArchive(suggestedPath: string): Promise<string | undefined>
  chooseBackup(): Promise<string | undefined>
  placePdf(fileName: string): Promise<string | undefined>
  placeWorkbook(fileName: string): Promise<string | undefined>
  placeFindings(fileName: string): Promise<string | undefined>
  placePresets(fileName: string): Promise<string | undefined>
  choosePresets(): Promise<string | undefined>
  placeExport(fileName: string, extension: 'xlsx' | 'csv'): Promise<string | undefined>
  /** A folder, also a new one; undefined when closed. */
  choosePlace(): Promise<string | undefined>
  showInFolder(filePath: string): void
  /** True closes the window and drops what is unsaved. */
  askToLeave(window: BrowserWindow): boolean
  tellCrash(): void
}

const presetExtension = 'kehupreset'

/**
 * Makes the dialogs. `translate` is asked each time, since the language can change.
 *
 * Electron's functions are always called as `dialog.x(…)`: tests put their own answers there.
 */
export function createDialogs(translate: () => Translate, startFolder: string): Dialogs {
  return {
    async chooseFiles() {
      const t = translate()
      return openPaths({
        title: t('desktop.chooseFiles'),
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: t('desktop.filter.tables'), extensions: [...tableEndings] },
          { name: t('desktop.filter.all'), extensions: ['*'] },
        ],
      })
    },
    chooseFolder: () =>
      openPaths({ title: translate()('desktop.chooseFolder'), properties: ['openDirectory'] }),
    chooseAttachments: () =>
      openPaths({
        title: translate()('desktop.chooseAttachments'),
        properties: ['openFile', 'multiSelections'],
      }),
    async choosePicture() {
      const t = translate()
      const [chosen] = await openPaths({
        title: t('desktop.choosePicture'),
        properties: ['openFile'],
        filters: [
          {
            name: t('desktop.filter.pictures'),
            extensions: ['jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp'],
          },
          { name: t('desktop.filter.all'), extensions: ['*'] },
        ],
      })
      return chosen
    },
    placeCopy: fileName => savePath({ title: translate()('desktop.saveCopy'), defaultPath: fileName }, ''),
    async chooseArchive() {
      const [chosen] = await openPaths({
        title: translate()('desktop.chooseArchive'),
        defaultPath: startFolder,
        properties: ['openDirectory'],
      })
      return chosen
    },
    async chooseBackup() {
      const t = translate()
      const [chosen] = await openPaths({
        title: t('desktop.chooseBackup'),
        properties: ['openFile'],
        filters: [{ name: t('desktop.filter.backup'), extensions: ['cbk'] }],
      })
      return chosen
    },
    placeArchive: suggestedPath =>
      savePath({ title: translate()('desktop.placeArchive'), defaultPath: suggestedPath }, '.kehu'),
    placePdf: fileName => savePath(saveOptions(translate()('desktop.savePdf'), fileName, 'pdf'), '.pdf'),
    placeWorkbook: fileName =>
      savePath(saveOptions(translate()('desktop.saveRejectedRows'), fileName, 'xlsx'), '.xlsx'),
    placeFindings: fileName =>
      savePath(saveOptions(translate()('desktop.saveFindings'), fileName, 'xlsx'), '.xlsx'),
    placePresets: fileName =>
      savePath(
        saveOptions(translate()('desktop.savePresets'), fileName, presetExtension),
        `.${presetExtension}`,
      ),
    async choosePresets() {
      const t = translate()
      const [chosen] = await openPaths({
        title: t('desktop.choosePresets'),
        properties: ['openFile'],
        filters: [
          { name: t('desktop.filter.presets'), extensions: [presetExtension, 'json'] },
          { name: t('desktop.filter.all'), extensions: ['*'] },
        ],
      })
      return chosen
    },
    placeExport: (fileName, extension) =>
      savePath(saveOptions(translate()('desktop.saveExport'), fileName, extension), `.${extension}`),
    async choosePlace() {
      const [chosen] = await openPaths({
        title: translate()('desktop.choosePlace'),
        defaultPath: startFolder,
        properties: ['openDirectory', 'createDirectory'],
      })
      return chosen
    },
    showInFolder: filePath => shell.showItemInFolder(filePath),
    askToLeave(window) {
      const t = translate()
      const answer = dialog.showMessageBoxSync(window, {
        type: 'warning',
        message: t('desktop.unsaved'),
        detail: t('desktop.unsavedDetail'),
        buttons: [t('desktop.stay'), t('desktop.leave')],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      return answer === 1
    },
    tellCrash() {
      const t = translate()
      dialog.showErrorBox(t('desktop.crashed'), t('desktop.crashedDetail'))
    },
  }
}

function saveOptions(title: string, fileName: string, extension: string): SaveDialogOptions {
  const defaultPath = `${toFileName(fileName)}.${extension}`
  return { title, defaultPath, filters: [{ name: extension.toUpperCase(), extensions: [extension] }] }
}

async function openPaths(options: OpenDialogOptions): Promise<readonly string[]> {
  const owner = BrowserWindow.getFocusedWindow()
  const answer = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options))
  return answer.canceled ? [] : answer.filePaths
}

async function savePath(options: SaveDialogOptions, extension: string): Promise<string | undefined> {
  const owner = BrowserWindow.getFocusedWindow()
  const answer = await (owner ? dialog.showSaveDialog(owner, options) : dialog.showSaveDialog(options))
  if (answer.canceled || !answer.filePath) return undefined
  const { filePath } = answer
  return extension === '' || path.extname(filePath).toLowerCase() === extension
    ? filePath
    : filePath + extension
}
