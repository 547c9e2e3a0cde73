import { Button } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { AppError } from '#shared/contract/app-error.ts'
import type { AnalysisActs, OpenedMark } from './analysis-acts.ts'
import { MarkMembers } from './mark-members.tsx'

type AnalysisFrameProps = {
  readonly acts: AnalysisActs
  readonly isLoading: boolean
  readonly error: AppError | null
  /** Why there is nothing to draw; null where there is. */
  readonly missing: string | null
  /** What was left out, or is too little to say something of. */
  readonly notes?: readonly (string | null)[]
  /** What the analysis is asked for besides date and period. */
  readonly controls?: ReactNode
  readonly opened: OpenedMark | null
  /** The charts: one, or two beside each other. */
  readonly children: ReactNode
  readonly chartsPx?: number
}

/** An analysis: what it is asked for, its charts, and the customers behind the mark that was opened. */
export function AnalysisFrame(props: AnalysisFrameProps) {
  const { acts, isLoading, error, missing, opened, chartsPx = 330 } = props
  const { t } = useTranslation()
  const notes = (props.notes ?? []).filter(note => note !== null)
  const isDrawn = !isLoading && !error && missing === null
  return (
    <div className="analysis">
      {props.controls && <div className="row analysis-controls">{props.controls}</div>}
      {error && <ErrorNote error={error} />}
      {isLoading && !error && <Skeleton lines={8} />}
      {!isLoading && !error && missing !== null && (
        <EmptyState
          text={missing}
          action={
            <Button type="primary" onClick={acts.onImport}>
              {t('segments.importOrders')}
            </Button>
          }
        />
      )}
      {isDrawn && notes.length > 0 && (
        <div className="analysis-notes">
          {notes.map(note => (
            <Note key={note}>{note}</Note>
          ))}
        </div>
      )}
      {isDrawn && (
        <div
          className="segments-body"
          style={{ gridTemplateRows: `minmax(0, ${chartsPx}px) minmax(170px, 1fr)` }}
        >
          <div className="analysis-charts">{props.children}</div>
          {opened ? (
            <MarkMembers opened={opened} acts={acts} />
          ) : (
            <p className="secondary">{t('analyses.openHint')}</p>
          )}
        </div>
      )}
    </div>
  )
}
