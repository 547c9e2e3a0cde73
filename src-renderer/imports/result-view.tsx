import { CheckCircleOutlined, UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { CountEquation } from '#renderer/components/count-equation.tsx'
import { type KeyFigure, KeyFigures } from '#renderer/components/key-figures.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { ImportOutcome } from '#shared/contract/imports.contract.ts'
import { cleanedKinds, damageKinds } from '#shared/domain/import-cell.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { CellIssueList, countCellIssues, MarkedCellList } from './cell-issue-list.tsx'
import { markCount, SaveDamaged } from './cell-marks.tsx'
import { type DeskFile, type FileStage, nextOpenFile } from './desk-file.ts'
import { writtenRows } from './import-block.ts'
import { importDesk } from './import-desk.ts'
import { otherSheets } from './plan-options.ts'
import { RejectedPanel } from './rejected-panel.tsx'
import { timeText } from './time-text.ts'
import { useImportDesk } from './use-import-desk.ts'
import type { WizardPlaces } from './wizard-places.ts'

type ResultProps = {
  readonly file: DeskFile
  readonly stage: Extract<FileStage, { kind: 'imported' }>
  readonly places: WizardPlaces
}

/** What an import did, and where to go from here. */
export function ResultView({ file, stage, places }: ResultProps) {
  const { t } = useTranslation()
  const { outcome, preview } = stage
  const isUndone = useIsUndone(outcome.importBatchId)
  return (
    <div className="import-result">
      <section className="panel import-equation">
        <CountEquation counts={outcome} />
        <span className="small secondary nowrap import-equation-note">{t('imports.equation.closes')}</span>
      </section>
      <section className="panel">
        <div className="import-done row">
          <CheckCircleOutlined className="brand" />
          <b className="section-title">
            {isUndone
              ? t('imports.result.undone')
              : t('imports.result.done', { count: writtenRows(outcome) })}
          </b>
          <span className="small tertiary">
            {t('imports.result.elapsed', { time: timeText({ t }, outcome.elapsedMs) })}
          </span>
        </div>
        <ResultFigures outcome={outcome} cellIssueCount={countCellIssues(outcome.cellIssues)} />
        <div className="import-cell-lists">
          <MarkedCellList
            label={t('imports.result.tidiedCells')}
            marks={outcome.cellMarks}
            kinds={cleanedKinds}
          />
          <MarkedCellList
            label={t('imports.result.damagedCells')}
            marks={outcome.cellMarks}
            kinds={damageKinds}
          />
          <CellIssueList label={t('imports.result.cellIssues')} issues={outcome.cellIssues} />
        </div>
      </section>
      {outcome.importBatchId !== null &&
        !isUndone &&
        stage.analysis !== 'counting' &&
        places.duplicatesOf?.(outcome.importBatchId)}
      <OtherSheets file={file} stage={stage} />
      {outcome.rejected > 0 && (
        <RejectedPanel preview={preview} source={{ importBatchId: outcome.importBatchId, stagingId: null }} />
      )}
      {outcome.rejected === 0 && outcome.importBatchId !== null && markCount(outcome, 'damaged') > 0 && (
        <Note action={<SaveDamaged source={{ importBatchId: outcome.importBatchId, stagingId: null }} />}>
          {t('imports.damaged.title', { count: markCount(outcome, 'damaged') })}
        </Note>
      )}
      <span className="grow" />
      <ResultFooter file={file} outcome={outcome} isUndone={isUndone} places={places} />
    </div>
  )
}

function useIsUndone(importBatchId: number | null): boolean {
  const isEnabled = importBatchId !== null
  const { data } = useRequest('imports.batch', { importBatchId: importBatchId ?? 1 }, { isEnabled })
  return data?.state === 'undone'
}

function ResultFigures({ outcome, cellIssueCount }: { outcome: ImportOutcome; cellIssueCount: number }) {
  const { t } = useTranslation()
  const ofCustomers = ['customersCreated', 'customersUpdated'] as const
  const ofOrders = ['ordersCreated', 'ordersUpdated'] as const
  const hasOrders = ofOrders.some(name => outcome[name] > 0)
  const figures: KeyFigure[] = [...ofCustomers, ...(hasOrders ? ofOrders : [])].map(name => ({
    key: name,
    label: t(`imports.result.${name}`),
    value: formatNumber(outcome[name]),
  }))
  if (outcome.rowsWithoutCustomer > 0)
    figures.push({
      key: 'rowsWithoutCustomer',
      label: t('imports.result.rowsWithoutCustomer'),
      value: formatNumber(outcome.rowsWithoutCustomer),
      note: t('imports.result.rowsWithoutCustomerNote'),
    })
  for (const name of ['tidiedCells', 'damagedCells'] as const)
    if (outcome.stages[name] > 0)
      figures.push({
        key: name,
        label: t(`imports.result.${name}`),
        value: formatNumber(outcome.stages[name]),
        ...(name === 'damagedCells' ? { tone: 'warn' as const } : {}),
      })
  if (cellIssueCount > 0)
    figures.push({
      key: 'cellIssues',
      label: t('imports.result.cellIssues'),
      value: formatNumber(cellIssueCount),
      tone: 'warn',
    })
  return <KeyFigures figures={figures} />
}

/** A workbook may hold customers on one sheet and orders on the next. */
function OtherSheets({ file, stage }: Pick<ResultProps, 'file' | 'stage'>) {
  const { t } = useTranslation()
  const { files } = useImportDesk()
  const taken = new Set(
    files
      .filter(other => other.fileToken === file.fileToken)
      .map(other =>
        other.stage.kind === 'imported' ? other.stage.preview.sheetName : other.options.sheetName,
      ),
  )
  const sheets = otherSheets(stage.preview).filter(sheet => !taken.has(sheet.name))
  if (sheets.length === 0) return null
  return (
    <Note>
      <div className="import-question">
        <span>{t('imports.result.otherSheets')}</span>
        {sheets.map(({ name, rowCount }) => (
          <Button key={name} size="small" onClick={() => importDesk.addSheet(file.fileId, name)}>
            {t('imports.result.sheet', { sheet: name, count: rowCount })}
          </Button>
        ))}
      </div>
    </Note>
  )
}

type FooterProps = Omit<ResultProps, 'stage'> & {
  readonly outcome: ImportOutcome
  readonly isUndone: boolean
}

function ResultFooter({ file, outcome, isUndone, places }: FooterProps) {
  const { t } = useTranslation()
  const { files } = useImportDesk()
  const next = nextOpenFile(files, file.fileId)
  const { importBatchId } = outcome
  return (
    <div className="row import-footer">
      {importBatchId !== null && !isUndone && (
        <Button icon={<UndoOutlined />} onClick={() => places.onUndo(importBatchId)}>
          {t('imports.undo.title')}
        </Button>
      )}
      <span className="grow" />
      <Button href={places.segmentsHref}>{t('imports.result.segments')}</Button>
      {!next && <Button onClick={() => importDesk.clear()}>{t('imports.result.finish')}</Button>}
      <Button href={places.customersHref} type={next ? 'default' : 'primary'}>
        {t('imports.result.customers')}
      </Button>
      {next && (
        <Button type="primary" onClick={() => importDesk.show(next.fileId)}>
          {t('imports.result.next')}
        </Button>
      )}
    </div>
  )
}
