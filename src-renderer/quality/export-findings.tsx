import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { call, toAppError } from '#renderer/ipc/client.ts'
import { showWindowError } from '#renderer/ipc/window-error.ts'
import type { Finding, QualityKind } from '#shared/domain/quality.ts'
import { useReasonText } from './reason-text.ts'

/** Findings that are asked for at once. */
const step = 500
/** More than fit into one call are cut; nobody mends so many by hand. */
const most = 50_000

type ExportFindingsProps = { readonly kind: QualityKind; readonly listId: number; readonly total: number }

/** Saves the findings that are still open as a workbook: whose, what is written, why, and the cell it came from. */
export function ExportFindings({ kind, listId, total }: ExportFindingsProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const reasonOf = useReasonText()
  const [isRunning, setRunning] = useState(false)
  const count = Math.min(total, most)
  const rowOf = (finding: Finding): string[] => {
    const { archiveNumber, name, value, cell } = finding
    const from =
      cell && t('quality.cell', { file: cell.fileName, address: cell.address, header: cell.header })
    return [archiveNumber, name, value ?? cell?.text ?? '', reasonOf(finding), from ?? '']
  }
  const save = async () => {
    setRunning(true)
    try {
      const rows: string[][] = []
      for (let start = 0; start < count; start += step) {
        const page = await call('quality.listPage', {
          kind,
          listId,
          start,
          count: Math.min(step, count - start),
        })
        rows.push(...page.flatMap(finding => (finding ? [rowOf(finding)] : [])))
      }
      const saved = await call('quality.saveFindings', {
        title: t(`quality.kind.${kind}`),
        headers: [
          t('quality.column.number'),
          t('quality.column.customer'),
          t('quality.column.value'),
          t('quality.column.reason'),
          t('quality.column.cell'),
        ],
        rows,
      })
      if (saved) toast({ text: t('quality.exported', { count: saved.rowCount, name: saved.fileName }) })
    } catch (error) {
      showWindowError(toAppError(error))
    } finally {
      setRunning(false)
    }
  }
  return (
    <Button size="small" icon={<DownloadOutlined />} loading={isRunning} onClick={() => void save()}>
      {t('quality.export', { count })}
    </Button>
  )
}
