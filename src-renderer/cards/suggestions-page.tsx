import './cards.css'
import { Button, Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { PageHead } from '#renderer/components/page-head.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { Response } from '#shared/contract/contract.ts'
import { CardSuggestion } from '#shared/domain/card.ts'
import { StopReasons } from './stop-reasons.tsx'
import { type RenderList, SuggestionPart } from './suggestion-part.tsx'

type Counts = Response<'cards.countSuggestions'>['counts']
type Part = CardSuggestion | 'reasons'

const parts: readonly Part[] = [...CardSuggestion.options, 'reasons']

type SuggestionsPageProps = {
  /** The part to begin with; otherwise the first one in which somebody waits. */
  readonly part: string | null
  readonly onBack: () => void
  readonly renderList: RenderList
  /** Draws the number of days after which a customer counts as long absent. */
  readonly idleDays: ReactNode
}

/** Proposed cards in three parts, and why customers stopped. Nothing is turned before it is confirmed. */
export function SuggestionsPage(props: SuggestionsPageProps) {
  const { t } = useTranslation()
  const { data, error } = useRequest('cards.countSuggestions', {})
  usePageKeys({ Escape: props.onBack })
  if (error)
    return (
      <ErrorNote error={error.data} action={<Button onClick={props.onBack}>{t('customers.back')}</Button>} />
    )
  if (!data) return <Skeleton lines={8} />
  return <Parts {...props} counts={data.counts} />
}

function Parts(props: SuggestionsPageProps & { readonly counts: Counts }) {
  const { counts, renderList, idleDays, onBack } = props
  const { t } = useTranslation()
  const [part, setPart] = useState<Part>(() => beginningOf(props.part, counts))
  const labelOf = (one: Part) =>
    one === 'reasons' ? t('cards.part.reasons') : t(`cards.part.${one}`, { count: counts[one] })
  return (
    <>
      <PageHead
        title={t('cards.suggestions')}
        back={{ text: t('customers.title'), run: onBack }}
        tabs={
          <Segmented<Part>
            value={part}
            onChange={setPart}
            options={parts.map(value => ({ value, label: labelOf(value) }))}
          />
        }
      />
      {part === 'reasons' ? (
        <StopReasons />
      ) : (
        <SuggestionPart key={part} suggestion={part} renderList={renderList} idleDays={idleDays} />
      )}
    </>
  )
}

function beginningOf(asked: string | null, counts: Counts): Part {
  return (
    parts.find(part => part === asked) ??
    CardSuggestion.options.find(part => counts[part] > 0) ??
    'first-order'
  )
}
