import { Button } from 'antd'
import { useRef, useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import type { RowRange } from '#renderer/components/sheet-grid/selection.ts'
import { useScrollView } from '#renderer/components/sheet-grid/use-scroll-view.ts'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { toAppError } from '#renderer/ipc/client.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CorrectionSource } from '#shared/domain/field-source.ts'
import type { QualityKind } from '#shared/domain/quality.ts'
import { ExportFindings } from './export-findings.tsx'
import { FindingRow } from './finding-row.tsx'
import { useFindingActs } from './use-finding-acts.ts'
import { useFindings } from './use-findings.ts'
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

/** Of a line that is not being worked on; that one is higher. */
const rowPx = 46
/** Lines that are drawn above and below those that are seen. */
const overscan = 8
/** Until the list is measured. */
const guessedPx = 600

/** The findings in one scrolled list, of which only those in sight are drawn, and always the one that is worked on. */
function Findings({ list, onAgain, ...props }: FindingsProps) {
  const { kind, source, isReadOnly } = props
  const { t } = useTranslation()
  const { listId, total } = list
  const scroller = useRef<HTMLDivElement>(null)
  const { scrollTop, viewPx } = useScrollView(scroller)
  const [current, setCurrent] = useState(0)
  const { settled, add, remove } = useSettled()
  const drawn = drawnRange(scrollTop, viewPx || guessedPx, total)
  const { findingAt, error } = useFindings({ kind, listId, seen: drawn, current, settled })
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
  const lines = linesOf(drawn, current, total)
  const seen = {
    first: Math.min(total, Math.floor(scrollTop / rowPx) + 1),
    last: Math.min(total, Math.floor((scrollTop + (viewPx || guessedPx)) / rowPx)),
  }
  return (
    <>
      <div ref={scroller} className="quality-scroll">
        <table className="plain-table quality-table" aria-rowcount={total + 1}>
          <thead>
            <tr>
              <th className="quality-customer">{t('quality.column.customer')}</th>
              <th className="quality-value">{t('quality.column.value')}</th>
              <th className="quality-reason">{t('quality.column.reason')}</th>
              <th>{t('quality.column.mend')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(line => {
              if (line.kind === 'gap') return <tr key={`gap-${line.after}`} style={{ height: line.px }} />
              const row = findingAt(line.place)
              if (row === undefined) return <tr key={line.place} style={{ height: rowPx }} />
              if (row === null)
                return (
                  <GoneRow
                    key={line.place}
                    isCurrent={line.place === current && !isReadOnly}
                    onSkip={() => go(line.place + 1)}
                  />
                )
              return (
                <FindingRow
                  key={row.finding.findingId}
                  row={row}
                  acts={acts}
                  isCurrent={line.place === current && !isReadOnly}
                  onChoose={() => go(line.place)}
                  onStep={step => go(line.place + step)}
                  onUndo={undoLast}
                  {...props}
                />
              )
            })}
          </tbody>
        </table>
      </div>
      <div className="row quality-place">
        <span className="secondary num grow">
          {t('quality.place', { from: seen.first, to: seen.last, total })}
        </span>
        <ExportFindings kind={kind} listId={listId} total={total} />
      </div>
    </>
  )
}

function drawnRange(scrollTop: number, viewPx: number, total: number): RowRange {
  const first = Math.max(0, Math.min(total - 1, Math.floor(scrollTop / rowPx) - overscan))
  return { first, last: Math.min(total - 1, Math.ceil((scrollTop + viewPx) / rowPx) + overscan) }
}

type Line =
  | { readonly kind: 'row'; readonly place: number }
  /** Room for lines that are not drawn. */
  | { readonly kind: 'gap'; readonly after: number; readonly px: number }

function linesOf({ first, last }: RowRange, current: number, total: number): readonly Line[] {
  const drawn = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const places = [...new Set([...drawn, current])].toSorted((one, other) => one - other)
  const lines: Line[] = []
  let before = -1
  for (const place of [...places, total]) {
    if (place > before + 1) lines.push({ kind: 'gap', after: before, px: (place - before - 1) * rowPx })
    if (place < total) lines.push({ kind: 'row', place })
    before = place
  }
  return lines
}

/** In place of a finding that was settled before it was seen. */
function GoneRow({ isCurrent, onSkip }: { isCurrent: boolean; onSkip: () => void }) {
  const { t } = useTranslation()
  return (
    <tr className="is-settled">
      <td colSpan={3} className="tertiary">
        {t('quality.done.elsewhere')}
      </td>
      <td>
        {isCurrent && (
          <Button size="small" autoFocus onClick={onSkip}>
            {t('quality.skip')}
          </Button>
        )}
      </td>
    </tr>
  )
}
