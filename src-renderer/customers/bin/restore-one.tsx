import { RollbackOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { ButtonKey } from '#renderer/components/kbd.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'

type RestoreOneProps = { readonly listId: number; readonly row: number; readonly onRestore: () => void }

/** Restores the customer on whom one stands, by name; Enter in the list does the same. */
export function RestoreOne({ listId, row, onRestore }: RestoreOneProps) {
  const { t } = useTranslation()
  const { data } = useRequest('customers.binPage', { listId, start: row, count: 1 }, { keepsPrevious: true })
  const customer = data?.[0]
  return (
    <Button
      icon={<RollbackOutlined />}
      className="bin-restore"
      disabled={!customer}
      aria-keyshortcuts="Enter"
      onClick={onRestore}
    >
      <span className="clip">
        {customer ? t('bin.restoreNamed', { name: customer.name }) : t('bin.restoreOne')}
      </span>{' '}
      <ButtonKey keys="Enter" />
    </Button>
  )
}
