import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useShownAfter } from './use-shown-after.ts'

const widths = ['72%', '88%', '64%', '80%', '56%']

/** Grey lines where text will stand; nothing at all for the first 200 ms. */
export function Skeleton({ lines = 5 }: { lines?: number }) {
  const { t } = useTranslation()
  const isShown = useShownAfter(true)
  if (!isShown) return null
  const rows = Array.from({ length: lines }, (_, line) => line)
  return (
    <div className="skeleton" role="status" aria-label={t('common.loading')}>
      {rows.map(line => (
        <i key={line} style={{ width: widths[line % widths.length] }} />
      ))}
    </div>
  )
}
