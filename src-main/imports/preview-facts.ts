import type { ImportQuestion } from '#shared/domain/import-batch.ts'
import { cellText, hiddenCellText } from './cells/cell-preview.ts'
import type { PlanResult } from './plan/plan-result.ts'
import type { PreparedImport } from './prepare-import.service.ts'
import type { StagedFacts } from './staging.service.ts'

const shownSamples = 5

/** Tells what is known of a file and its columns before any row is compared. */
export function factsOf(stagingId: string, facts: StagedFacts, prepared: PreparedImport) {
  const { plan, columns, sample } = prepared
  return {
    stagingId,
    fileName: facts.fileName,
    format: facts.format,
    encoding: facts.encoding,
    separator: facts.separator,
    encodingOrigin: facts.encodingOrigin,
    separatorOrigin: facts.separatorOrigin,
    sheets: facts.sheets.map(({ name, isHidden, rowCount }) => ({ name, isHidden, rowCount })),
    sheetName: prepared.sheetName,
    headerRow: prepared.headerRow,
    headerRowCount: prepared.headerRowCount,
    titleRows: [...prepared.titleRows],
    kind: plan.kind,
    columns: columns.map(column => ({
      ...column,
      samples: sample
        .map(row => (column.isSensitive ? hiddenCellText : cellText)(row.cells[column.columnIndex]))
        .filter(text => text !== '')
        .slice(0, shownSamples),
    })),
    missingFields: [...prepared.missingFields],
    recalled: prepared.recalled,
    presetCode: prepared.presetCode,
    platform: plan.platform,
    shop: prepared.shop,
    knownShops: prepared.knownShops.map(({ platform, shop }) => ({ platform, shop })),
  }
}

/** Lists what comparing the rows asks; as long as no shop is chosen, whether it is the right one cannot be. */
export function questionsOf(result: PlanResult, { shop }: PreparedImport): ImportQuestion[] {
  return [
    ...(shop !== null && result.isShopDifferent ? (['shop-differs'] as const) : []),
    ...(result.overlappingOrders > 0 ? (['balance-overlaps'] as const) : []),
  ]
}
