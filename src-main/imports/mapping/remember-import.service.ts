import { getRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { PreparedImport } from '#main/imports/prepare-import.service.ts'
import type { StagedFacts } from '#main/imports/staging.service.ts'
import type { ImportPlanOptions } from '#shared/domain/import-batch.ts'
import { memoryRevision, rememberMapping } from './import-profile.service.ts'
import type { KnownColumn } from './recall-mapping.ts'
import { valueKindOf } from './value-kind.ts'

/** Remembers how a file was read once it is written; belongs to the transaction of the import. */
export function rememberImport(
  db: WritableDb,
  prepared: PreparedImport,
  options: ImportPlanOptions,
  facts: { readonly staged: StagedFacts; readonly importBatchId: number; readonly savedAt: string },
): void {
  const { plan, columns, sample, headerRowCount, profile, sourceShop } = prepared
  const { staged, importBatchId, savedAt } = facts
  rememberMapping(db, {
    ...{ fileName: staged.fileName, importBatchId, savedAt },
    encoding: staged.encodingOrigin === 'found' ? null : staged.encoding,
    separator: staged.separatorOrigin === 'found' ? null : staged.separator,
    kind: plan.kind,
    platform: plan.platform,
    shop: sourceShop,
    headerRowCount,
    profile,
    options: lastingChoices({ ...profile?.options, ...options }),
    columns: columns.map(({ columnIndex, header, field }): KnownColumn => {
      const values = valueKindOf(sample, columnIndex)
      return { header: headerRowCount === 0 ? `${header} ${values}` : header, field, values }
    }),
  })
}

/** Says from which data and which memory a preview was made, as one comparable text. */
export function planRevision(db: ReadableDb): string {
  return `${getRevision(db)} memory:${memoryRevision(db)}`
}

/** Choices for this one file alone, and those that the profile has columns for. Everything else is true of the source. */
const ofOneFile: ReadonlySet<string> = new Set<keyof ImportPlanOptions>([
  ...(['sheetName', 'headerRow', 'headerRowCount', 'kind', 'mapping', 'platform', 'shop'] as const),
  ...(['isShopConfirmed', 'balance', 'restoreFromBin', 'matchNames', 'preset', 'isUnremembered'] as const),
])

function lastingChoices(options: ImportPlanOptions): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !ofOneFile.has(name)))
}
