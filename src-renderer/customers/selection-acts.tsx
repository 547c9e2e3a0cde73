import { DeleteOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { SelectionBar } from '#renderer/components/selection-bar.tsx'
import type { SheetSelection } from '#renderer/components/sheet-grid/sheet-grid-props.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { toAppError } from '#renderer/ipc/client.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { showWindowError } from '#renderer/ipc/window-error.ts'
import { batchLimit } from '#shared/domain/batch-edit.ts'
import { BatchActs } from './batch-acts.tsx'
import type { ListRows } from './list-rows.ts'
import { useDeleteCustomers } from './use-delete-customers.ts'

type SelectionActsProps = {
  readonly rows: ListRows
  readonly selection: SheetSelection
  readonly onPrint: (customerId: number) => void
  readonly onClear: () => void
}

/** In the page head while customers are selected: how many, what can be done with them, the way out. */
export function SelectionActs({ rows, selection, onPrint, onClear }: SelectionActsProps) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const { remove, isRunning } = useDeleteCustomers()
  const { rowCount } = selection
  const isTooMany = rowCount > batchLimit

  const readIds = () =>
    rows.readIds(selection.rows).catch(error => {
      showWindowError(toAppError(error))
      return []
    })
  const printOne = async () => {
    const [customerId] = await readIds()
    if (customerId !== undefined) onPrint(customerId)
  }
  const removeAll = async () => {
    const customerIds = await readIds()
    const doneText = t('customers.deleted', { count: customerIds.length })
    if (customerIds.length > 0 && (await remove(customerIds, doneText))) onClear()
  }
  return (
    <SelectionBar count={rowCount} onClear={onClear}>
      {rowCount === 1 && (
        <Button icon={<PrinterOutlined />} onClick={() => void printOne()}>
          {t('common.print')}
        </Button>
      )}
      {!isReadOnly && <BatchActs count={rowCount} readIds={readIds} />}
      {!isReadOnly && (
        <Button
          icon={<DeleteOutlined />}
          disabled={isTooMany || isRunning}
          title={isTooMany ? t('customers.deleteTooMany', { limit: batchLimit }) : undefined}
          onClick={() => void removeAll()}
        >
          {t('customers.deleteSelected', { count: rowCount })}
        </Button>
      )}
    </SelectionBar>
  )
}
