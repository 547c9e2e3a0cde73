import type { SheetHead } from '#shared/domain/import-batch.ts'
import { unknownCellText } from './cells/cell-preview.ts'
import { chooseSheet } from './choose-sheet.ts'
import { findHeaderBand } from './mapping/header-band.ts'
import { headerKey } from './mapping/header-text.ts'
import { firstRows } from './plan/sheet-rows.ts'
import type { ImportReaderContext } from './preview.service.ts'
import { openStagedFile, type StagedFile } from './staging.service.ts'

const rowsShown = 30
const sheetsCompared = 60

/**
 * Reads the first rows of a staged sheet as they stand, and finds the other sheets with the same headings.
 *
 * Errors: import-not-staged, sheet-missing, file-empty.
 * Cost: the first thousand rows of up to 60 sheets.
 */
export function readHead(
  { archivePath, key }: ImportReaderContext,
  stagingId: string,
  wantedSheet: string | null,
): SheetHead {
  const staged = openStagedFile(archivePath, key, stagingId)
  try {
    const { sheetIndex, sheetName } = chooseSheet(staged, wantedSheet ?? undefined)
    const rows = firstRows(staged.rowsOf(sheetIndex), rowsShown)
    return {
      sheetName,
      rows: rows.map(({ rowNumber, cells }) => ({ rowNumber, cells: cells.map(unknownCellText) })),
      alikeSheets: alikeSheets(staged, sheetIndex),
    }
  } finally {
    staged.close()
  }
}

function alikeSheets(staged: StagedFile, sheetIndex: number): string[] {
  const headings = headingsOf(staged, sheetIndex)
  if (headings === undefined) return []
  return staged.facts.sheets
    .map((sheet, index) => ({ ...sheet, index }))
    .filter(({ index, isHidden, rowCount }) => index !== sheetIndex && !isHidden && rowCount > 1)
    .slice(0, sheetsCompared)
    .filter(({ index }) => headingsOf(staged, index) === headings)
    .map(({ name }) => name)
}

/** The headings as one comparable text. Empty: undefined for a sheet without recognisable headings. */
function headingsOf(staged: StagedFile, sheetIndex: number): string | undefined {
  const band = findHeaderBand(firstRows(staged.rowsOf(sheetIndex), rowsShown))
  return band && JSON.stringify(band.headings.map(headerKey))
}
