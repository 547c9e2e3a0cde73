import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useJob } from '#renderer/ipc/use-job.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { ExportScope } from '#shared/domain/export.ts'
import { ExportDialog } from './export-dialog.tsx'

type ExportButtonProps = {
  /** How many customers the scope holds. */
  readonly count: number
  readonly readScope: () => Promise<ExportScope | null>
  readonly size?: 'small' | 'middle'
}

/** Opens the dialog that exports some customers. `readScope` is asked when the export begins. */
export function ExportButton({ count, readScope, size = 'middle' }: ExportButtonProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const job = useJob('exports.write')
  const open = () => {
    // How the export before failed is no concern of this one.
    if (job.state.kind === 'failed') job.reset()
    setOpen(true)
  }
  const { data: remembered } = useRequest('exports.getChoices', {}, { isEnabled: isOpen })
  return (
    <>
      <Button size={size} icon={<DownloadOutlined />} onClick={open}>
        {t('exports.export', { count })}
      </Button>
      {isOpen && remembered && (
        <ExportDialog
          count={count}
          remembered={remembered}
          readScope={readScope}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
