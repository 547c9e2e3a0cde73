import { type ComponentType, type ReactNode, useMemo } from 'react'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ReportData } from '#shared/domain/report.ts'
import { contributionReportBlocks } from './layouts/contribution-report.tsx'
import { customerFileBlocks } from './layouts/customer-file.tsx'
import { mediaReportBlocks, type ShowCustomers } from './layouts/media-report.tsx'
import { portraitBlocks } from './layouts/portrait.tsx'
import { segmentReportBlocks } from './layouts/segment-report.tsx'
import type { PaperFrame } from './paper-block.ts'
import { PaperDocument } from './paper-document.tsx'

type ReportPagesProps = {
  readonly data: ReportData
  readonly printedOn: string
  readonly onPages: (count: number) => void
  /** Shows the customers whom a figure counts; without it figures are no links. */
  readonly onShow?: ShowCustomers | undefined
  readonly Sheets: ComponentType<{ readonly children: ReactNode }>
}

/** A report's data on its pages; the same in the preview and in the window that is printed. */
export function ReportPages({ data, printedOn, onPages, onShow, Sheets }: ReportPagesProps) {
  const translation = useTranslation()
  const blocks = useMemo(() => {
    switch (data.kind) {
      case 'customer-file':
        return customerFileBlocks(translation, data, data.period)
      case 'segment':
        return segmentReportBlocks(translation, data, data.period)
      case 'portrait':
        return portraitBlocks(translation, data)
      case 'contribution':
        return contributionReportBlocks(translation, data)
      case 'media':
        return mediaReportBlocks(translation, data, onShow)
    }
  }, [translation, data, onShow])
  const { t } = translation
  const frame: PaperFrame = {
    headLeft: data.shopName,
    headRight:
      data.kind === 'customer-file'
        ? t('reports.file.archiveNumber', { number: data.file.archiveNumber })
        : t(`reports.kind.${data.kind}`),
    footLeft: footOf(translation, data, printedOn),
    hasHoleMargin: data.hasHoleMargin,
  }
  return <PaperDocument blocks={blocks} frame={frame} onPages={onPages} Sheets={Sheets} />
}

function footOf({ t }: Translation, data: ReportData, day: string): string {
  if (data.kind === 'media') return t('reports.foot.media', { day })
  if (data.kind === 'portrait') return t('reports.foot.portrait', { asOf: data.analysis.asOf, day })
  const { asOf } = data.kind === 'customer-file' ? data.explanation : data.analysis
  return t('reports.foot', {
    asOf,
    day,
    masked: data.isMasked ? t('reports.foot.masked') : t('reports.foot.full'),
  })
}
