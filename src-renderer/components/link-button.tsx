import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'

type LinkButtonProps = {
  readonly onClick: () => void
  readonly children: ReactNode
  readonly isDisabled?: boolean
  /** Why it is disabled, or what it does, on hover. */
  readonly hint?: string
  /** For a screen reader, where the words alone do not say what it is about. */
  readonly label?: string
}

/** An act that looks like a link. */
export function LinkButton({ onClick, children, isDisabled, hint, label }: LinkButtonProps) {
  return (
    <button
      type="button"
      className="link"
      onClick={onClick}
      disabled={isDisabled}
      title={hint}
      aria-label={label}
    >
      {children}
    </button>
  )
}

/** 依据: opens the rows a figure was computed from. */
export function WhyLink({ onClick, children }: { onClick: () => void; children?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <button type="button" className="link is-why" onClick={onClick}>
      {children ?? t('common.why')}
    </button>
  )
}
