import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { ExportScope } from '#shared/domain/export.ts'
import { ExportDialog } from './export-dialog.tsx'

/** Opens the dialog that exports some customers. `readScope` is asked when the export begins. */
export function ExportButton({ readScope }: { readScope: () => Promise<ExportScope | null> }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { data: remembered } = useRequest('exports.getChoices', {}, { isEnabled: isOpen })
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={() => setOpen(true)}>
        {t('exports.export')}
      </Button>
      {isOpen && remembered && (
        <ExportDialog remembered={remembered} readScope={readScope} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
