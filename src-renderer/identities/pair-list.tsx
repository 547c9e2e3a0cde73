import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { Tag } from '#renderer/components/tag.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { DuplicatePair } from '#shared/domain/duplicate.ts'

type PairListProps = {
  readonly pairs: readonly DuplicatePair[]
  /** Place of the chosen pair. */
  readonly chosen: number
  readonly onChoose: (index: number) => void
  readonly range: { readonly start: number; readonly total: number; readonly pageSize: number }
  readonly onPage: (start: number) => void
}

const tones = { high: 'brand', medium: 'info', low: 'plain' } as const

/** A page of pairs, each with its reasons. */
export function PairList({ pairs, chosen, onChoose, range, onPage }: PairListProps) {
  const { t } = useTranslation()
  const { start, total, pageSize } = range
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView?.({ block: 'nearest' })
  }, [chosen])
  return (
    <section className="panel duplicates-pairs">
      <ul ref={list} className="duplicates-list" aria-label={t('duplicates.title')}>
        {pairs.map((pair, index) => (
          <li key={`${pair.survivor.customerId} ${pair.other.customerId}`}>
            <button
              type="button"
              className={index === chosen ? 'duplicates-pair is-chosen' : 'duplicates-pair'}
              aria-current={index === chosen}
              onClick={() => onChoose(index)}
            >
              <span className="row">
                <b className="clip grow">{`${pair.survivor.name} · ${pair.other.name}`}</b>
                <Tag tone={tones[pair.confidence]}>{t(`duplicates.confidence.${pair.confidence}`)}</Tag>
              </span>
              {pair.reasons.map(({ code, value }) => (
                <span key={code} className="small secondary clip">
                  {`${t(`duplicates.reason.${code}`)} ${value ?? ''}`}
                </span>
              ))}
            </button>
          </li>
        ))}
      </ul>
      {total > pageSize && (
        <div className="row duplicates-pager">
          <Button size="small" disabled={start === 0} onClick={() => onPage(Math.max(0, start - pageSize))}>
            {t('duplicates.previousPage')}
          </Button>
          <span className="small secondary num grow">
            {t('duplicates.range', { from: start + 1, to: start + pairs.length, count: total })}
          </span>
          <Button size="small" disabled={start + pageSize >= total} onClick={() => onPage(start + pageSize)}>
            {t('duplicates.nextPage')}
          </Button>
        </div>
      )}
    </section>
  )
}
