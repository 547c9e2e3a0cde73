import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { QualityKind } from '#shared/domain/quality.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

/** By kind; undefined while it is being counted. */
export type Counts = Readonly<Record<QualityKind, number | undefined>>

type KindListProps = {
  readonly counts: Counts
  readonly chosen: QualityKind
  readonly onChoose: (kind: QualityKind) => void
  readonly children: ReactNode
}

const countText = (count: number | undefined) => (count === undefined ? '…' : formatNumber(count))

/** The kinds of findings with how many there are of each. */
export function KindList({ counts, chosen, onChoose, children }: KindListProps) {
  const { t } = useTranslation()
  return (
    <nav className="panel quality-kinds" aria-label={t('quality.kinds')}>
      {QualityKind.options.map(kind => (
        <button
          key={kind}
          type="button"
          className={counts[kind] === 0 ? 'quality-kind is-empty' : 'quality-kind'}
          aria-current={kind === chosen ? 'true' : undefined}
          onClick={() => onChoose(kind)}
        >
          <span className="grow">{t(`quality.kind.${kind}`)}</span>
          <span className="num">{countText(counts[kind])}</span>
        </button>
      ))}
      {children}
    </nav>
  )
}
