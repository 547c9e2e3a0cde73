import { Fragment } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

export type RowCounts = {
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
}

const terms = [
  { name: 'created', color: 'var(--seg-valueHi)' },
  { name: 'updated', color: 'var(--seg-growHi)' },
  { name: 'unchanged', color: 'var(--lineStrong)' },
  { name: 'rejected', color: 'var(--sealFill)' },
] as const

/** Where the rows of a file go, as an equation that closes, with a bar of the same proportions. */
export function CountEquation({ counts }: { counts: RowCounts }) {
  const { t } = useTranslation()
  return (
    <div role="img" aria-label={t('common.equation', counts)}>
      <div className="equation" aria-hidden="true">
        <span className="equation-term">
          <span className="equation-figure">{formatNumber(counts.rows)}</span>{' '}
          <span className="secondary">{t(counts.rows === 1 ? 'common.unit.row' : 'common.unit.rows')}</span>
        </span>
        {terms.map(({ name, color }, index) => (
          <Fragment key={name}>
            <span className="equation-sign">{index === 0 ? '=' : '+'}</span>
            <span className="equation-term">
              <span className="swatch" style={{ background: color }} />
              <span className="equation-figure">{formatNumber(counts[name])}</span>{' '}
              <span className={name === 'rejected' && counts.rejected > 0 ? 'seal' : 'secondary'}>
                {t(`common.rows.${name}`)}
              </span>
            </span>
          </Fragment>
        ))}
      </div>
      <div className="equation-bar" aria-hidden="true">
        {terms
          .filter(({ name }) => counts[name] > 0)
          .map(({ name, color }) => (
            <i key={name} style={{ flex: counts[name], background: color }} />
          ))}
      </div>
    </div>
  )
}
