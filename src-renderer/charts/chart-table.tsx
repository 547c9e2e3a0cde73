import { LinkButton } from '#renderer/components/link-button.tsx'

export type ChartTableData = {
  readonly columns: readonly { readonly title: string; readonly isNumeric?: boolean }[]
  /** `key` is the mark's: opening a row opens the same customers. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[]
}

type ChartTableProps = {
  readonly data: ChartTableData
  readonly onOpen?: ((key: string) => void) | undefined
}

/** The numbers of a chart; the first cell of a row opens its customers. */
export function ChartTable({ data, onOpen }: ChartTableProps) {
  const { columns, rows } = data
  const classOf = (index: number) => (columns[index]?.isNumeric ? 'right' : undefined)
  return (
    <table className="plain-table">
      <thead>
        <tr>
          {columns.map(({ title }, index) => (
            <th key={title} className={classOf(index)}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {columns.map(({ title }, index) => (
              <td key={title} className={classOf(index)}>
                {index === 0 && onOpen ? (
                  <LinkButton onClick={() => onOpen(key)}>{cells[index]}</LinkButton>
                ) : (
                  cells[index]
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
