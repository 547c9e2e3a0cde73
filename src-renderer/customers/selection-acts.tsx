import { DeleteOutlined, PrinterOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { SelectionBar } from '#renderer/components/selection-bar.tsx'
import type { SheetSelection } from '#renderer/components/sheet-grid/sheet-grid-props.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { toAppError } from '#renderer/ipc/client.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { showWindowError } from '#renderer/ipc/window-error.ts'
import type { SelectedCustomers } from '#shared/domain/selected-customers.ts'
import { BatchActs } from './batch-acts.tsx'
import { largeStep } from './large-step.tsx'
import type { ListRows } from './list-rows.ts'
import { useDeleteCustomers } from './use-delete-customers.ts'

type SelectionActsProps = {
  readonly rows: ListRows
  readonly selection: SheetSelection
  readonly onPrint: (customerId: number) => void
  readonly onClear: () => void
  /** Draws what other rooms do with the selection. */
  readonly renderActs?: ((select: () => Promise<SelectedCustomers | null>) => ReactNode) | undefined
}

/** In the page head while customers are selected: how many, what can be done with them, the way out. */
export function SelectionActs({ rows, selection, onPrint, onClear, renderActs }: SelectionActsProps) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const { remove, isRunning } = useDeleteCustomers()
  const { modal } = App.useApp()
  const { rowCount } = selection

  const select = () =>
    rows.select(selection.rows).catch(error => {
      showWindowError(toAppError(error))
      return null
    })
  const printOne = async () => {
    const selected = await select()
    const [customerId] = Array.isArray(selected) ? selected : []
    if (customerId !== undefined) onPrint(customerId)
  }
  const removeAll = async () => {
    const customerIds = await select()
    if (!customerIds) return
    const count = Array.isArray(customerIds) ? customerIds.length : rowCount
    if (await remove(customerIds, t('customers.deleted', { count }))) onClear()
  }
  /** So many do not come back in a moment either: it says so first. */
  const askLarge = () =>
    modal.confirm({
      title: t('customers.deleteSelected', { count: rowCount }),
      content: t('customers.batch.large', { count: rowCount }),
      okText: t('customers.deleteSelected', { count: rowCount }),
      cancelText: t('common.cancel'),
      onOk: () => void removeAll(),
    })
  return (
    <SelectionBar count={rowCount} onClear={onClear}>
      {rowCount === 1 && (
        <Button icon={<PrinterOutlined />} onClick={() => void printOne()}>
          {t('common.print')}
        </Button>
      )}
      {!isReadOnly && <BatchActs count={rowCount} select={select} />}
      {!isReadOnly && renderActs?.(select)}
      {!isReadOnly && (
        <Button
          icon={<DeleteOutlined />}
          disabled={isRunning}
          onClick={() => (rowCount > largeStep ? askLarge() : void removeAll())}
        >
          {t('customers.deleteSelected', { count: rowCount })}
        </Button>
      )}
    </SelectionBar>
  )
}
