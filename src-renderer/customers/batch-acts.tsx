import { EditOutlined, TagOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { batchLimit } from '#shared/domain/batch-edit.ts'
import { AddTagsDialog, RemoveTagsDialog } from './batch-tag-dialogs.tsx'
import { SetFieldDialog } from './set-field-dialog.tsx'

const dialogs = { addTags: AddTagsDialog, removeTags: RemoveTagsDialog, set: SetFieldDialog } as const

type BatchActsProps = {
  readonly count: number
  readonly readIds: () => Promise<number[]>
}

/** What can be done with all selected customers at once: tags on and off, one field set. The selection stays for the next step. */
export function BatchActs({ count, readIds }: BatchActsProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<{ dialog: keyof typeof dialogs; customerIds: number[] } | null>(null)
  const isTooMany = count > batchLimit
  const show = async (dialog: keyof typeof dialogs) => {
    const customerIds = await readIds()
    if (customerIds.length > 0) setOpen({ dialog, customerIds })
  }
  const buttonProps = (dialog: keyof typeof dialogs) => ({
    disabled: isTooMany,
    title: isTooMany ? t('customers.batch.tooMany', { limit: batchLimit }) : undefined,
    onClick: () => void show(dialog),
  })
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
      {Dialog && <Dialog customerIds={open.customerIds} onClose={() => setOpen(null)} />}
    </>
  )
}
