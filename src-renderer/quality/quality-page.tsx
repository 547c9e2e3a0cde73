import './quality.css'
import { type ReactNode, useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { PageHead } from '#renderer/components/page-head.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CorrectionSource } from '#shared/domain/field-source.ts'
import { QualityKind, QuickKind } from '#shared/domain/quality.ts'
import { CorrectionBar } from './correction-bar.tsx'
import { type Counts, KindList } from './kind-list.tsx'
import { Worklist } from './worklist.tsx'

type QualityPageProps = {
  /** The kind to begin with; otherwise the first of which there is something. */
  readonly kind: string | null
  readonly onKind: (kind: QualityKind) => void
  readonly customerHref: (customerId: number) => string
  readonly onFillIn: (customerId: number) => void
  /** The entry that leads to customers who may be one. */
  readonly duplicates: ReactNode
}

const nothingStated: CorrectionSource = {
  sourceOptionId: null,
  methodOptionId: null,
  planId: null,
  verifier: null,
}

/** What may be wrong, by kind, and one worklist beside it; whatever is put right leaves list and counts at once. */
export function QualityPage({ kind: asked, onKind, duplicates, ...places }: QualityPageProps) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const { data: quick, error } = useRequest('quality.counts', {})
  const { data: whole } = useRequest('quality.countIncomplete', {})
  const [source, setSource] = useState(nothingStated)
  const begun = useBeginning(asked, quick)
  if (error) return <ErrorNote error={error.data} />
  if (!quick || !begun) return <Skeleton lines={8} />
  const counts: Counts = { ...quick, incomplete: whole?.count }
  const total = QualityKind.options.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0)
  return (
    <>
      <PageHead title={t('quality.title')} note={t('quality.note', { count: total })} />
      <div className="quality-columns">
        <KindList counts={counts} chosen={begun} onChoose={onKind}>
          {duplicates}
        </KindList>
        <Panel className="quality-work">
          {isReadOnly ? (
            <EmptyState text={t('quality.readOnly')} />
          ) : (
            <CorrectionBar source={source} onChange={setSource} />
          )}
          <Worklist key={begun} kind={begun} source={source} isReadOnly={isReadOnly} {...places} />
        </Panel>
      </div>
    </>
  )
}

/** The kind with which the page began stays, although its last finding was settled. */
function useBeginning(
  asked: string | null,
  counts: Readonly<Record<QuickKind, number>> | undefined,
): QualityKind | undefined {
  const [first, setFirst] = useState<QualityKind>()
  const parsed = QualityKind.safeParse(asked)
  if (parsed.success) return parsed.data
  if (first) return first
  if (!counts) return undefined
  const begun = QuickKind.options.find(kind => counts[kind] > 0) ?? 'incomplete'
  setFirst(begun)
  return begun
}
