import { type CSSProperties, type ReactNode, useId } from 'react'

type PanelProps = {
  readonly title?: ReactNode
  /** Stands at the right of the title: a link, a count, a date. */
  readonly extra?: ReactNode
  readonly children: ReactNode
  readonly className?: string
  readonly style?: CSSProperties
}

/** A part of a page on the surface, with hairlines; its body scrolls when it is too small for its content. */
export function Panel({ title, extra, children, className, style }: PanelProps) {
  const titleId = useId()
  const labelled = title ? { 'aria-labelledby': titleId } : {}
  return (
    <section className={className ? `panel ${className}` : 'panel'} style={style} {...labelled}>
      {title && (
        <div className="panel-head">
          <h2 className="section-title grow" id={titleId}>
            {title}
          </h2>
          {extra}
        </div>
      )}
      <div className="panel-body">{children}</div>
    </section>
  )
}
