import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { useDuplicateSearch } from './use-duplicate-search.ts'

type DuplicateCountProps = { readonly href: string; readonly className: string }

/** How many pairs of customers may be one, as the way to them; it is searched for when that is not known yet. */
export function DuplicateCount({ href, className }: DuplicateCountProps) {
  const { t } = useTranslation()
  const { pairs } = useDuplicateSearch({ reason: null, importBatchId: null, start: 0, count: 1 })
  return (
    <a className={className} href={href}>
      <span className="grow">{t('quality.duplicates')}</span>
      <span className="num">{pairs ? formatNumber(pairs.total) : '…'}</span>
    </a>
  )
}
