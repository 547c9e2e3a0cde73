import type { ReactNode } from 'react'

type SettingLineProps = {
  readonly id: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly children: ReactNode
}

/** One choice: its name above, a remark below. `id` names the label for the control inside. */
export function SettingLine({ id, label, hint, children }: SettingLineProps) {
  return (
    <div className="setting">
      <div id={id}>{label}</div>
      {children}
      {hint !== undefined && <div className="small tertiary">{hint}</div>}
    </div>
  )
}
