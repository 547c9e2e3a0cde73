import { AppError } from '#shared/contract/app-error.ts'
import type { StagedFile } from './staging.service.ts'

/** Finds the sheet that is wanted, else the first filled one that is not hidden. Errors: sheet-missing, file-empty. */
export function chooseSheet(staged: StagedFile, wanted: string | undefined) {
  const { sheets } = staged.facts
  const shown = sheets.findIndex(sheet => !sheet.isHidden && sheet.rowCount > 0)
  const sheetIndex =
    wanted === undefined
      ? Math.max(0, shown >= 0 ? shown : sheets.findIndex(sheet => sheet.rowCount > 0))
      : sheets.findIndex(sheet => sheet.name === wanted)
  const sheet = sheets[sheetIndex]
  if (!sheet) throw new AppError('sheet-missing', wanted === undefined ? undefined : { sheet: wanted })
  if (sheet.rowCount === 0) throw new AppError('file-empty')
  return { sheetIndex, sheetName: sheet.name }
}
