import { Button } from 'antd'
import { type ReactNode, type RefObject, useCallback, useRef, useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { SelectionBar } from '#renderer/components/selection-bar.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { type CardSuggestion, proposedCard } from '#shared/domain/card.ts'
import type { SelectedCustomers } from '#shared/domain/selected-customers.ts'
import { StopDialog } from './stop-dialog.tsx'
import { useSuggestionActs } from './use-suggestion-acts.ts'

/** Rows that are selected as a whole. */
export type Selected = {
  readonly count: number
  readonly select: () => Promise<SelectedCustomers | null>
}

type ListProps = {
  readonly suggestion: CardSuggestion
  readonly label: string
  readonly snapshot: { readonly listId: number; readonly total: number }
  readonly onLost: () => void
  readonly onSelect: (selected: Selected) => void
  readonly emptyState: ReactNode
  readonly grid: RefObject<{ clearSelection: () => void } | null>
}

/** Draws customers as a list. */
export type RenderList = (list: ListProps) => ReactNode

type SuggestionPartProps = {
  readonly suggestion: CardSuggestion
  readonly renderList: RenderList
  readonly idleDays: ReactNode
}

/** The customers of one suggestion: those selected, else all of them, are turned or left as they are. */
export function SuggestionPart({ suggestion, renderList, idleDays }: SuggestionPartProps) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const { data: snapshot, error, refetch } = useRequest('cards.openSuggestions', { suggestion })
  const onLost = useCallback(() => void refetch(), [refetch])
  const grid = useRef<{ clearSelection: () => void }>(null)
  const [selected, setSelected] = useState<Selected | null>(null)
  const total = snapshot?.total ?? 0
  return (
    <>
      <div className="row cards-line">
        <span className="grow secondary">{total > 0 && t(`cards.about.${suggestion}`)}</span>
        {suggestion === 'idle' && idleDays}
        {selected && selected.count > 0 && (
          <SelectionBar count={selected.count} onClear={() => grid.current?.clearSelection()} />
        )}
        {!isReadOnly && total > 0 && <Acts suggestion={suggestion} selected={selected} total={total} />}
      </div>
      {error && <ErrorNote error={error.data} />}
      {!snapshot && !error && <Skeleton lines={8} />}
      {snapshot &&
        renderList({
          suggestion,
          label: t(`cards.part.${suggestion}`, { count: total }),
          snapshot,
          onLost,
          onSelect: setSelected,
          emptyState: <EmptyState text={t(`cards.none.${suggestion}`)} />,
          grid,
        })}
    </>
  )
}

type ActsProps = {
  readonly suggestion: CardSuggestion
  readonly selected: Selected | null
  readonly total: number
}

function Acts({ suggestion, selected, total }: ActsProps) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const isSome = selected !== null && selected.count > 0 && selected.count < total
  const count = isSome ? selected.count : total
  const acts = useSuggestionActs(suggestion, isSome ? selected.select : null)
  const cardType = proposedCard[suggestion]
  return (
    <>
      <Button
        disabled={acts.isRunning}
        title={t('cards.dismiss.hint')}
        onClick={() => void acts.dismiss(count)}
      >
        {t('cards.dismiss', { count })}
      </Button>
      <Button
        type="primary"
        disabled={acts.isRunning}
        onClick={() =>
          cardType === 'former' ? setAsking(true) : void acts.confirm({ stopReason: null, note: null })
        }
      >
        {t(`cards.confirm.${cardType}`, { count })}
      </Button>
      {isAsking && (
        <StopDialog
          count={count}
          onConfirm={acts.confirm}
          onClose={() => setAsking(false)}
          error={acts.error}
        />
      )}
    </>
  )
}
