import { type ComponentType, type ReactNode, useMemo } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ReportData } from '#shared/domain/report.ts'
import { customerFileBlocks } from './layouts/customer-file.tsx'
import { segmentReportBlocks } from './layouts/segment-report.tsx'
import type { PaperFrame } from './paper-block.ts'
import { PaperDocument } from './paper-document.tsx'

type ReportPagesProps = {
  readonly data: ReportData
  readonly printedOn: string
  readonly onPages: (count: number) => void
  readonly Sheets: ComponentType<{ readonly children: ReactNode }>
}

/** A report's data on its pages; the same in the preview and in the window that is printed. */
export function ReportPages({ data, printedOn, onPages, Sheets }: ReportPagesProps) {
  const translation = useTranslation()
  const blocks = useMemo(() => {
    return data.kind === 'customer-file'
      ? customerFileBlocks(translation, data, data.period)
      : segmentReportBlocks(translation, data, data.period)
  }, [translation, data])
  const { t } = translation
  const asOf = data.kind === 'customer-file' ? data.explanation.asOf : data.analysis.asOf
  const frame: PaperFrame = {
    headLeft: data.shopName,
    headRight:
      data.kind === 'customer-file'
        ? t('reports.file.archiveNumber', { number: data.file.archiveNumber })
        : t('reports.kind.segment'),
    footLeft: t('reports.foot', {
      asOf,
      day: printedOn,
      masked: data.isMasked ? t('reports.foot.masked') : t('reports.foot.full'),
    }),
    hasHoleMargin: data.hasHoleMargin,
  }
  return <PaperDocument blocks={blocks} frame={frame} onPages={onPages} Sheets={Sheets} />
}
