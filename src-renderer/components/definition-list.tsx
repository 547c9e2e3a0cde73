import { Fragment, type ReactNode } from 'react'

export type Definition = { readonly key: string; readonly term: ReactNode; readonly value: ReactNode }

/** Names at the left, values at the right; the column of names is as wide as the longest. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="definition-list">
      {items.map(item => (
        <Fragment key={item.key}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
