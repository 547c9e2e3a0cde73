import '#renderer/styles/charts.css'
import { type ReactNode, useRef, useState } from 'react'
import { copyTable } from '#renderer/components/copy-table.ts'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { ChartTable, type ChartTableData } from './chart-table.tsx'
import { copyPicture } from './copy-picture.ts'

type ChartPanelProps = {
  /** The finding in one sentence with its number. */
  readonly title: string
  /** Measure, unit, period, as-of day. */
  readonly caption?: ReactNode
  readonly extra?: ReactNode
  /** The numbers of the chart. */
  readonly table: ChartTableData
  readonly onOpen?: (key: string) => void
  readonly children: ReactNode
  readonly className?: string
}

/** A chart under its finding, with its numbers as a table and on the clipboard. */
export function ChartPanel(props: ChartPanelProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const [isTable, setTable] = useState(false)
  const copyData = () => {
    const rows = props.table.rows.map(row => row.cells)
    const isCopied = copyTable([props.table.columns.map(column => column.title), ...rows])
    toast({ text: isCopied ? t('chart.dataCopied', { count: rows.length }) : t('grid.copyFailed') })
  }
  const acts = useRef<HTMLSpanElement>(null)
  const copyPanel = async () => {
    const isCopied = await copyPicture(acts.current?.closest('section') ?? null)
    toast({ text: t(isCopied ? 'chart.pictureCopied' : 'grid.copyFailed') })
  }
  const extra = (
    <span ref={acts} className="row small nowrap chart-acts">
      {props.extra}
      <LinkButton onClick={copyData}>{t('chart.copyData')}</LinkButton>
      <LinkButton onClick={() => void copyPanel()}>{t('chart.copyPicture')}</LinkButton>
      <LinkButton onClick={() => setTable(!isTable)}>
        {isTable ? t('chart.showChart') : t('chart.showTable')}
      </LinkButton>
    </span>
  )
  return (
    <Panel title={props.title} extra={extra} {...(props.className ? { className: props.className } : {})}>
      {props.caption && <div className="chart-caption">{props.caption}</div>}
      {isTable ? <ChartTable data={props.table} onOpen={props.onOpen} /> : props.children}
    </Panel>
  )
}
