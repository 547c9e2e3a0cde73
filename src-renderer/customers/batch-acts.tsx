import { EditOutlined, TagOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { SelectedCustomers } from '#shared/domain/selected-customers.ts'
import { AddTagsDialog, RemoveTagsDialog } from './batch-tag-dialogs.tsx'
import { SetFieldDialog } from './set-field-dialog.tsx'

const dialogs = { addTags: AddTagsDialog, removeTags: RemoveTagsDialog, set: SetFieldDialog } as const

type BatchActsProps = {
  readonly count: number
  readonly select: () => Promise<SelectedCustomers | null>
}

/** What can be done with all selected customers at once: tags on and off, one field set. The selection stays for the next step. */
export function BatchActs({ count, select }: BatchActsProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<{
    dialog: keyof typeof dialogs
    customers: SelectedCustomers
    count: number
  } | null>(null)
  const show = async (dialog: keyof typeof dialogs) => {
    const customers = await select()
    if (customers) setOpen({ dialog, customers, count: Array.isArray(customers) ? customers.length : count })
  }
  const buttonProps = (dialog: keyof typeof dialogs) => ({ onClick: () => void show(dialog) })
  const Dialog = open && dialogs[open.dialog]
  return (
    <>
      <Button icon={<TagOutlined />} {...buttonProps('addTags')}>
        {t('customers.batch.addTags')}
      </Button>
      <Button {...buttonProps('removeTags')}>{t('customers.batch.removeTags')}</Button>
      <Button icon={<EditOutlined />} {...buttonProps('set')}>
        {t('customers.batch.set')}
      </Button>
      {Dialog && <Dialog customers={open.customers} count={open.count} onClose={() => setOpen(null)} />}
    </>
  )
}
