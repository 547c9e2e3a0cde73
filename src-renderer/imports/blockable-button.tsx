import { Button, type ButtonProps } from 'antd'
import { type ReactNode, useId } from 'react'

type BlockableButtonProps = {
  /** Why it cannot be pressed now; null when it can. It keeps the focus, so that everyone can learn the reason. */
  readonly blockedBy: string | null
  readonly onClick: () => void
  /** What is shown on hover while it can be pressed: its key. */
  readonly hint?: string
  readonly children: ReactNode
  readonly danger?: boolean
} & Pick<ButtonProps, 'type'>

/** A button that says why it is not to be pressed: on hover, and to a screen reader. */
export function BlockableButton({ blockedBy, onClick, hint, children, ...look }: BlockableButtonProps) {
  const reasonId = useId()
  const isBlocked = blockedBy !== null
  return (
    <>
      <Button
        type="primary"
        {...look}
        className={isBlocked ? 'import-button is-blocked' : 'import-button'}
        aria-disabled={isBlocked}
        aria-describedby={isBlocked ? reasonId : undefined}
        title={blockedBy ?? hint}
        onClick={() => !isBlocked && onClick()}
      >
        {children}
      </Button>
      <span id={reasonId} hidden>
        {blockedBy}
      </span>
    </>
  )
}
