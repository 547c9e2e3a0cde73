import { SafetyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { CountEquation } from '#renderer/components/count-equation.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ConflictPolicies } from '#shared/domain/conflict-policy.ts'
import type { ImportPlanOptions, ImportPreview, MappedColumn } from '#shared/domain/import-batch.ts'
import type { ImportKind, ImportTarget } from '#shared/domain/import-field.ts'
import { AlikeSheets } from './alike-sheets.tsx'
import { BlockableButton } from './blockable-button.tsx'
import { CellIssueList, countCellIssues } from './cell-issue-list.tsx'
import { ColumnMapping } from './column-mapping.tsx'
import type { DeskFile, Staged } from './desk-file.ts'
import { FileFacts } from './file-facts.tsx'
import { findBlock, writtenRows } from './import-block.ts'
import { importDesk } from './import-desk.ts'
import { MappingSource } from './mapping-source.tsx'
import {
  chooseField,
  chooseHeaderRow,
  chooseKind,
  choosePlatform,
  chooseSheet,
  chooseShop,
  isMeetingKnown,
  leaveColumnsOut,
  withChoices,
} from './plan-options.ts'
import { type PreviewPane, PreviewRows } from './preview-rows.tsx'
import { firstTab } from './preview-tab.ts'
import { QuestionNotes } from './question-notes.tsx'
import { RejectedPanel } from './rejected-panel.tsx'
import { SourceForm } from './source-form.tsx'
import { useImportKey } from './use-import-key.ts'

type PreviewViewProps = {
  readonly file: DeskFile
  readonly staged: Staged & { readonly preview: ImportPreview }
}

/** What an import would do, before anything is written: where each row goes, what each column is, what changes in each cell. */
export function PreviewView({ file, staged }: PreviewViewProps) {
  const { preview, generation } = staged
  const { t } = useTranslation()
  const choose = useChoices(file, preview)
  const chosen = useMemo(
    () => (staged.isOutdated ? withChoices(preview, file.options) : preview),
    [staged.isOutdated, preview, file.options],
  )
  const [chosenTab, setTab] = useState<PreviewPane | null>(null)
  const tab = chosenTab ?? firstTab(preview.counts)
  return (
    <>
      <FileFacts
        preview={preview}
        readAs={staged.readAs}
        onSheet={choose.onSheet}
        onHeaderRow={choose.onHeaderRow}
        onReadAs={readAs => importDesk.readAgain(file.fileId, readAs)}
      />
      <EquationPanel preview={preview} isChecking={staged.isChecking} />
      <div className="import-notes">
        {staged.error && <ErrorNote error={staged.error.data} />}
        {staged.notice && <Note tone="warn">{t(`imports.${staged.notice}`)}</Note>}
        <AlikeSheets file={file} preview={preview} />
        <BinNote preview={preview} onRestore={choose.onRestore} />
        <QuestionNotes preview={preview} {...choose} />
      </div>
      <div className="fill import-body">
        <div className="import-left">
          <SourceForm
            preview={chosen}
            isKindChosen={file.options.kind !== undefined}
            onKind={choose.onKind}
            onPlatform={choose.onPlatform}
            onShop={choose.onShop}
            isMatchingNames={file.options.matchNames ?? false}
            onMatchNames={choose.onMatchNames}
          />
          <MappingSource
            preview={preview}
            options={file.options}
            onOptions={options => importDesk.setOptions(file.fileId, options)}
          />
          <ColumnMapping
            key={`${preview.stagingId} ${preview.sheetName} ${preview.headerRow} ${preview.kind} ${preview.presetCode}`}
            columns={chosen.columns}
            kind={preview.kind}
            onField={choose.onField}
            onSkipAll={choose.onSkipAll}
            policies={file.options.policies ?? preview.policies}
            onPolicies={choose.onPolicies}
            isMeetingKnown={isMeetingKnown(preview, file.options)}
          />
        </div>
        <div className="import-right">
          <PreviewRows preview={preview} generation={generation} pane={tab} onPane={setTab} />
          {preview.counts.rejected > 0 && tab !== 'rejected' && (
            <RejectedPanel
              preview={preview}
              source={{ stagingId: preview.stagingId, importBatchId: null }}
              isFolded={preview.questions.length > 0}
              onAll={() => setTab('rejected')}
            />
          )}
          <Remarks preview={preview} />
        </div>
      </div>
      <PreviewFooter file={file} staged={staged} />
    </>
  )
}

/** The operator's choices for a file; each is checked against the archive at once. */
function useChoices({ fileId, options }: DeskFile, preview: ImportPreview) {
  const { columns } = preview
  const set = (changed: ImportPlanOptions) => importDesk.setOptions(fileId, changed)
  const onField = useCallback(
    (columnIndex: number, field: ImportTarget | null) =>
      importDesk.setOptions(fileId, chooseField(options, columns, columnIndex, field)),
    [fileId, options, columns],
  )
  return {
    onField,
    onSheet: (sheetName: string) => set(chooseSheet(options, sheetName)),
    onHeaderRow: (headerRow: number, count?: number) => set(chooseHeaderRow(options, headerRow, count)),
    onKind: (kind: ImportKind) => set(chooseKind(options, kind)),
    onPlatform: (platform: string) => set(choosePlatform(options, platform)),
    onShop: (platform: string, shop: string) => set(chooseShop(options, platform, shop)),
    onConfirmShop: () => set({ ...options, isShopConfirmed: true }),
    onBalance: (balance: 'replace' | 'skip') => set({ ...options, balance }),
    onMatchNames: (matchNames: boolean) => set({ ...options, matchNames }),
    onRestore: () => set({ ...options, restoreFromBin: true }),
    onPolicies: (policies: ConflictPolicies) => set({ ...options, policies }),
    onSkipAll: (left: readonly MappedColumn[]) => set(leaveColumnsOut(options, left)),
  }
}

function EquationPanel({ preview, isChecking }: { preview: ImportPreview; isChecking: boolean }) {
  const { t } = useTranslation()
  return (
    <section className="panel import-equation" aria-busy={isChecking}>
      <CountEquation counts={preview.counts} />
      <span className="small secondary nowrap import-equation-note" role="status">
        {isChecking ? t('imports.checking') : t('imports.equation.closes')}
      </span>
    </section>
  )
}

/** Customers in the bin keep their rows out; they can be put back with the import. */
function BinNote({ preview, onRestore }: { preview: ImportPreview; onRestore: () => void }) {
  const { t } = useTranslation()
  if (!preview.rejectedRows.some(row => row.reason === 'in-bin')) return null
  return (
    <Note
      action={
        <Button size="small" onClick={onRestore}>
          {t('imports.inBin.restore')}
        </Button>
      }
    >
      {t('imports.inBin')}
    </Note>
  )
}

/** What does not stop an import but should be known before it. */
function Remarks({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation()
  const { cellIssues, counts } = preview
  const cellIssueCount = countCellIssues(cellIssues)
  const remarks = [
    cellIssueCount > 0 ? t('imports.cellIssues', { count: cellIssueCount }) : '',
    counts.rowsWithoutCustomer > 0 ? t('imports.withoutCustomer', { count: counts.rowsWithoutCustomer }) : '',
  ].filter(remark => remark !== '')
  if (remarks.length === 0) return null
  return (
    <div className="small secondary">
      {remarks.join(' ')}
      <CellIssueList issues={cellIssues} />
    </div>
  )
}

function PreviewFooter({ file, staged }: PreviewViewProps) {
  const { t } = useTranslation()
  const { preview } = staged
  const block = findBlock(staged)
  const fields = preview.missingFields
    .map(field => t(`import-field.${field}`))
    .join(t('imports.listSeparator'))
  const reason = block === null ? null : t(`imports.block.${block}`, { fields })
  const isWaiting = block !== null && block !== 'checking'
  const importFile = () => {
    if (block === null) void importDesk.commit(file.fileId)
  }
  useImportKey(importFile)
  return (
    <div className="row import-footer">
      <SafetyOutlined className={isWaiting ? 'warn' : 'brand'} />
      <span className={isWaiting ? 'warn grow' : 'secondary grow'}>
        {isWaiting ? reason : t('imports.backupNote')}
      </span>
      <Button onClick={() => importDesk.remove(file.fileId)}>{t('imports.leave')}</Button>
      <BlockableButton blockedBy={reason} hint="Ctrl+Enter" onClick={importFile}>
        {t('imports.import', { count: writtenRows(preview.counts) })}
      </BlockableButton>
    </div>
  )
}
