import { StarFilled } from '@ant-design/icons'
import { Tag } from '#renderer/components/tag.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { FunnelCard } from '#shared/domain/funnel.ts'
import { decisionText } from './funnel-words.ts'

/** Days after which a card says in colour how long it waits. */
const longWait = 90

type BoardCardProps = {
  readonly card: FunnelCard
  readonly id: string
  readonly isActive: boolean
  readonly topPx: number
  readonly canDrag: boolean
  readonly onChoose: () => void
  readonly onOpen: () => void
}

/** A customer on the board: name, star, how long, how judged. */
export function BoardCard({ card, id, isActive, topPx, canDrag, onChoose, onOpen }: BoardCardProps) {
  const words = useTranslation()
  const { t } = words
  const decision = decisionText(card, words)
  const judged = [
    card.demand && t(`funnel.demandIs.${card.demand}`),
    card.intention && t(`funnel.intention.${card.intention}`),
    card.stage !== 'target' && card.ability && t(`funnel.ability.${card.ability}`),
    decision,
  ].filter(Boolean)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active card.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the list.
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={isActive ? 'board-card is-active' : 'board-card'}
      style={{ top: topPx }}
      draggable={canDrag}
      onClick={onChoose}
      onDoubleClick={onOpen}
      onDragStart={event => {
        onChoose()
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', String(card.customerId))
      }}
    >
      <div className="row">
        <span className="board-name clip grow" title={card.name}>
          {card.isStarred && (
            <>
              <StarFilled className="board-star" aria-label={t('funnel.star')} />{' '}
            </>
          )}
          {card.name}
        </span>
        {card.days > longWait ? (
          <Tag tone="warn">{t('funnel.days', { count: card.days })}</Tag>
        ) : (
          <span className="small secondary num">{t('funnel.days', { count: card.days })}</span>
        )}
      </div>
      <div className="small secondary clip" title={judged.join(' · ')}>
        {judged.length > 0 ? judged.join(' · ') : t('funnel.nothingJudged')}
      </div>
    </div>
  )
}
