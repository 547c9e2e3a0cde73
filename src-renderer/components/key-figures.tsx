import type { ReactNode } from 'react'

export type KeyFigure = {
  readonly key: string
  readonly label: ReactNode
  readonly value: ReactNode
  readonly note?: ReactNode
  /** `warn` when the note needs a look. */
  readonly tone?: 'plain' | 'warn'
}

/** A strip of figures with their labels above and a remark below; all share one panel. */
export function KeyFigures({ figures }: { figures: readonly KeyFigure[] }) {
  return (
    <dl className="key-figures">
      {figures.map(figure => (
        <div key={figure.key} className="key-figure">
          <dt className="small tertiary">{figure.label}</dt>
          <dd className="key-figure-value">{figure.value}</dd>
          {figure.note !== undefined && (
            <dd className={`small num clip ${figure.tone === 'warn' ? 'warn' : 'tertiary'}`}>
              {figure.note}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
