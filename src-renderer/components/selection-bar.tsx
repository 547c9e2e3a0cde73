import { CloseOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'

/** Stands in the page head while rows are selected: how many, what can be done with them, and the way out. */
export function SelectionBar({
  count,
  onClear,
  children,
}: {
  count: number
  onClear: () => void
  children?: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <div className="selection-bar">
      <b className="num brand nowrap">{t('common.selected', { count })}</b>
      {children}
      <button
        type="button"
        className="icon-button"
        aria-label={t('common.clearSelection')}
        title={t('common.clearSelection')}
        onClick={onClear}
      >
        <CloseOutlined />
      </button>
    </div>
  )
}
