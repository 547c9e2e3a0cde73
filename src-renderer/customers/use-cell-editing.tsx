import { App } from 'antd'
import { useMemo } from 'react'
import type { CellTexts, RefusedText, SheetEditing } from '#renderer/components/sheet-grid/sheet-editing.ts'
import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { call, toAppError } from '#renderer/ipc/client.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { showWindowError } from '#renderer/ipc/window-error.ts'
import {
  type CellColumn,
  type CellsResult,
  cellLimit,
  cellRowLimit,
  packTexts,
  seenText,
} from '#shared/domain/cell-edit.ts'
import { customerList } from './customer-list.ts'
import { findKnown, type KnownCustomer } from './known-customer.ts'
import type { ListRow } from './list-rows.ts'

type Cells = CellTexts<ListRow>

/** Typing into the list of customers: cells, blocks, and a new customer behind the last row. Undefined where nothing is written. */
export function useCellEditing(
  listId: number | undefined,
  onOpen: (customerId: number) => void,
): SheetEditing<ListRow> | undefined {
  const { isReadOnly } = useOpenArchive()
  const { t, tCode } = useTranslation()
  const { tellDone } = useUndo()
  const { modal } = App.useApp()
  const toast = useToast()
  return useMemo(() => {
    if (isReadOnly || listId === undefined) return undefined
    const refusedTexts = (refused: CellsResult['refused']): RefusedText[] =>
      refused.flatMap(({ column, reason: code, rows }) => {
        const reason = tCode(`cell-refusal.${code}`)
        return rows.map(row => ({ row, columnKey: column, reason }))
      })
    const tell = ({ by, leftOut }: Cells, result: CellsResult, refusedCount: number) => {
      const { changeSetId, written, unchanged } = result
      if (by === 'typing') return
      const words = [
        written === 0
          ? t('cells.nothing')
          : t(by === 'clear' ? 'cells.cleared' : 'cells.written', { count: written }),
        ...(unchanged > 0 && by !== 'clear' ? [t('cells.unchanged', { count: unchanged })] : []),
        ...(refusedCount > 0 ? [t('cells.refused', { count: refusedCount })] : []),
        ...(leftOut.rows > 0 ? [t('cells.rowsLeftOut', { count: leftOut.rows })] : []),
        ...(leftOut.cells > 0 ? [t('cells.cellsLeftOut', { count: leftOut.cells })] : []),
      ].join(t('customers.batch.separator'))
      if (changeSetId === null) toast({ text: words })
      else tellDone(words, changeSetId)
    }
    const write = async (cells: Cells) => {
      try {
        const result = await call('customers.setCells', blockOf(cells))
        const refused = refusedTexts(result.refused)
        tell(cells, result, refused.length)
        return refused
      } catch (error) {
        showWindowError(toAppError(error))
        return null
      }
    }
    const ask = ({ customerId, name, archiveNumber, isByPhone }: KnownCustomer): Promise<boolean> =>
      new Promise(resolve => {
        const why = t(isByPhone ? 'cells.known.phone' : 'cells.known.name')
        modal.confirm({
          title: t('cells.known'),
          content: t('cells.known.text', { name, archiveNumber, why }),
          okText: t('cells.known.create'),
          cancelText: t('cells.known.open'),
          keyboard: false,
          onOk: () => resolve(true),
          onCancel: () => {
            resolve(false)
            onOpen(customerId)
          },
        })
      })
    const create = async (texts: Readonly<Record<string, string>>) => {
      try {
        const known = await findKnown(texts)
        if (known && !(await ask(known))) return null
        const columns = Object.keys(texts) as CellColumn[]
        const typed = columns.map(column => (texts[column] ?? '').slice(0, 10_001))
        const { created, refused } = await call('customers.createFromCells', { columns, typed })
        if (!created) return refusedTexts(refused)
        const { customerId, archiveNumber, changeSetId } = created
        tellDone(t('customers.form.created', { name: texts.name ?? '', archiveNumber }), changeSetId)
        await customerList.append(customerId)
        return 'created' as const
      } catch (error) {
        showWindowError(toAppError(error))
        return null
      }
    }
    return {
      keyOf: row => String(row.customer?.customerId ?? ''),
      lockOf: row => (row.customer && !row.isDeleted ? null : t('cells.deletedRow')),
      locate: async rowKey =>
        (await call('customers.findInList', { listId, customerId: Number(rowKey) }).catch(() => null))
          ?.index ?? null,
      write,
      paste: () => void call('program.paste', {}).catch(error => showWindowError(toAppError(error))),
      cellLimit,
      rowLimit: cellRowLimit,
      newRow: { hint: t('cells.newCustomer'), hintColumnKey: 'name', create },
    }
  }, [isReadOnly, listId, onOpen, t, tCode, tellDone, toast, modal])
}

function blockOf({ rows, columnKeys, texts }: Cells) {
  const columns = columnKeys as readonly CellColumn[]
  const customers = rows.flatMap(({ customer }) => (customer ? [customer] : []))
  return {
    customerIds: customers.map(({ customerId }) => customerId),
    columns: [...columns],
    typed: packTexts(texts.flat()),
    seen: packTexts(customers.flatMap(customer => columns.map(column => seenText(customer, column)))),
  }
}
