import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { toAppError } from '#renderer/ipc/client.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CorrectionSource } from '#shared/domain/field-source.ts'
import type { QualityKind } from '#shared/domain/quality.ts'
import { FindingRow } from './finding-row.tsx'
import { useFindingActs } from './use-finding-acts.ts'
import { pageSize, usePageOfFindings } from './use-page-of-findings.ts'
import { useSettled } from './use-settled.ts'

type WorklistProps = {
  readonly kind: QualityKind
  readonly source: CorrectionSource
  readonly isReadOnly: boolean
  readonly customerHref: (customerId: number) => string
  readonly onFillIn: (customerId: number) => void
}

/** The findings of one kind as they were when the list was taken. */
export function Worklist(props: WorklistProps) {
  const { kind } = props
  const { t } = useTranslation()
  const { data: list, error, refetch } = useRequest('quality.openList', { kind })
  const { data: settings } = useRequest('settings.get', {})
  if (error) return <ErrorNote error={error.data} />
  if (!list || !settings) return <Skeleton lines={8} />
  const { staleDays, incompleteBelow } = settings.quality
  const limits = { days: String(staleDays), percent: String(incompleteBelow) }
  return (
    <>
      <p className="secondary quality-about">{t(`quality.about.${kind}`, limits)}</p>
      {list.total === 0 ? (
        <EmptyState text={t('quality.none')} />
      ) : (
        <Findings key={list.listId} {...props} list={list} onAgain={() => void refetch()} />
      )}
    </>
  )
}

type FindingsProps = WorklistProps & {
  readonly list: { readonly listId: number; readonly total: number }
  readonly onAgain: () => void
}

function Findings({ list, onAgain, ...props }: FindingsProps) {
  const { kind, source, isReadOnly } = props
  const { t } = useTranslation()
  const { listId, total } = list
  const [current, setCurrent] = useState(0)
  const { settled, add, remove } = useSettled()
  const start = current - (current % pageSize)
  const { rows, error } = usePageOfFindings(kind, listId, start, settled)
  const acts = useFindingActs({ kind, source, place: current, add, remove })
  const go = (index: number) => {
    acts.clearProblem()
    setCurrent(Math.max(0, Math.min(total, index)))
  }
  const undoLast = () => {
    const last = settled.at(-1)
    if (!last) return
    void acts.undo(last)
    go(last.place)
  }
  if (error) return <ErrorNote error={toAppError(error).data} />
  if (current === total)
    return (
      <EmptyState
        text={t('quality.allDone')}
        action={
          <>
            <Button type="primary" autoFocus onClick={onAgain}>
              {t('quality.again')}
            </Button>
            <Button onClick={() => go(total - 1)}>{t('quality.back')}</Button>
          </>
        }
      />
    )
  if (!rows) return <Skeleton lines={8} />
  return (
    <>
      <table className="plain-table quality-table">
        <thead>
          <tr>
            <th className="quality-customer">{t('quality.column.customer')}</th>
            <th className="quality-value">{t('quality.column.value')}</th>
            <th className="quality-reason">{t('quality.column.reason')}</th>
            <th>{t('quality.column.mend')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) =>
            row === null ? null : (
              <FindingRow
                key={row.finding.findingId}
                row={row}
                acts={acts}
                isCurrent={start + index === current && !isReadOnly}
                onChoose={() => go(start + index)}
                onStep={step => go(start + index + step)}
                onUndo={undoLast}
                {...props}
              />
            ),
          )}
        </tbody>
      </table>
      <PageSteps start={start} total={total} onGo={go} />
    </>
  )
}

function PageSteps(props: { start: number; total: number; onGo: (index: number) => void }) {
  const { start, total, onGo } = props
  const { t } = useTranslation()
  const end = Math.min(total, start + pageSize)
  return (
    <div className="row quality-steps">
      <span className="secondary num grow">{t('quality.place', { from: start + 1, to: end, total })}</span>
      {total > pageSize && (
        <>
          <Button disabled={start === 0} onClick={() => onGo(start - pageSize)}>
            {t('quality.previousPage')}
          </Button>
          <Button disabled={end === total} onClick={() => onGo(end)}>
            {t('quality.nextPage')}
          </Button>
        </>
      )}
    </div>
  )
}
