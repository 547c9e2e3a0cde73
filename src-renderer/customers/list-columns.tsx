import type { ReactNode } from 'react'
import type { SheetColumn } from '#renderer/components/sheet-grid/sheet-column.ts'
import type { FieldGroup } from '#shared/domain/field.ts'
import { type Column, type ColumnTools, cardColumns } from './customer-columns.tsx'
import type { ListRow } from './list-rows.ts'
import { ownColumns } from './own-columns.tsx'

/** All columns that the list of customers can show, in their first order. */
export function allColumns(groups: readonly FieldGroup[], tools: ColumnTools): readonly Column[] {
  return [...cardColumns(tools), ...ownColumns(groups, tools)]
}

/** The shown columns as the grid takes them. Deleted customers stand in grey, struck through. */
export function sheetColumns(
  columns: readonly Column[],
  tools: ColumnTools,
): readonly SheetColumn<ListRow>[] {
  return columns.map(({ widths, text, render, value, editText, isFirstHidden: _, ...column }) => {
    const textOf = ({ customer }: ListRow) => (customer ? text(customer) : '')
    const draw = ({ customer, isDeleted }: ListRow): ReactNode => {
      if (!customer)
        return column.key === 'name' && <s className="tertiary">{tools.t('customers.deletedRow')}</s>
      const shown = (render ?? text)(customer)
      return isDeleted ? <s className="list-deleted">{shown}</s> : shown
    }
    return {
      ...column,
      widthPx: tools.widthOf(column.key) ?? widths[tools.language === 'en' ? 1 : 0],
      text: textOf,
      render: draw,
      ...(editText ? { editText: ({ customer }: ListRow) => (customer ? editText(customer) : '') } : {}),
      ...(value
        ? { value: ({ customer, isDeleted }: ListRow) => (customer && !isDeleted ? value(customer) : null) }
        : {}),
    }
  })
}
