import { Button } from 'antd'
import { Note } from '#renderer/components/note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { ImportPreview } from '#shared/domain/import-batch.ts'
import type { DeskFile } from './desk-file.ts'
import { importDesk } from './import-desk.ts'
import { useImportDesk } from './use-import-desk.ts'

/** Other sheets of the workbook with the same headings: they are taken along with the same choices. */
export function AlikeSheets({ file, preview }: { file: DeskFile; preview: ImportPreview }) {
  const { t } = useTranslation()
  const { files } = useImportDesk()
  const { stagingId, sheetName } = preview
  const isAsked = preview.sheets.length > 1 && preview.headerRow > 0
  const head = useRequest('imports.readHead', { stagingId, sheetName }, { isEnabled: isAsked })
  const onDesk = new Set(
    files.filter(other => other.fileToken === file.fileToken).map(other => other.options.sheetName),
  )
  const sheets = (head.data?.alikeSheets ?? []).filter(sheet => !onDesk.has(sheet))
  if (!isAsked || sheets.length === 0) return null
  const named = sheets.slice(0, 5).join(t('imports.listSeparator'))
  return (
    <Note
      action={
        <Button size="small" onClick={() => importDesk.addSheets(file.fileId, sheets)}>
          {t('imports.alike.take')}
        </Button>
      }
    >
      {t('imports.alike', { count: sheets.length, sheets: named })}
    </Note>
  )
}
