import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'

/** A condition of the list, read as part of a sentence; the cross takes it away. */
export function Chip({ children, onRemove }: { children: ReactNode; onRemove?: () => void }) {
  const { t } = useTranslation()
  return (
    <span className="chip">
      {children}
      {onRemove && (
        <button type="button" className="chip-remove" aria-label={t('common.remove')} onClick={onRemove}>
          ×
        </button>
      )}
    </span>
  )
}

/** A choice that is on or off. */
export function ChoiceChip(props: { children: ReactNode; isOn: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      className={props.isOn ? 'chip is-on' : 'chip'}
      aria-pressed={props.isOn}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  )
}
