import { type ClipboardEvent, useRef } from 'react'
import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { copyLimit, toHtmlTable, toTsv } from './clipboard-text.ts'
import type { RowCache } from './row-cache.ts'
import { countRows, firstRows, type SelectedArea } from './selection.ts'
import type { SheetColumn } from './sheet-column.ts'

type CopyTools<Row> = {
  readonly cache: RowCache<Row>
  readonly columns: readonly SheetColumn<Row>[]
  readonly area: () => SelectedArea
  readonly announce: (text: string) => void
}

/**
 * Copying the selection as text and as a table. Rows that are not loaded are read first; the browser then still counts the
 * copy as asked for by the key that was pressed.
 */
export function useCopy<Row>({ cache, columns, area, announce }: CopyTools<Row>) {
  const { t } = useTranslation()
  const toast = useToast()
  const ready = useRef<readonly Row[]>(null)

  const tell = (count: number) => {
    if (count > copyLimit) toast({ text: t('grid.copiedCapped', { limit: copyLimit, count }) })
    else announce(t('grid.copied', { count }))
  }
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault()
    const { rows: ranges, left, right } = area()
    const rows = ready.current ?? cache.readLoaded(firstRows(ranges, copyLimit))
    if (!rows) return
    const chosen = columns.slice(left, right + 1)
    const cells = rows.map(row => chosen.map(column => column.text(row)))
    event.clipboardData.setData('text/plain', toTsv(cells))
    event.clipboardData.setData('text/html', toHtmlTable(cells))
    tell(countRows(ranges))
  }
  /** As if the key had been pressed; true once the clipboard has it. */
  const copyNow = async (): Promise<boolean> => {
    const ranges = firstRows(area().rows, copyLimit)
    const rows = cache.readLoaded(ranges) ?? (await cache.read(ranges).catch(() => undefined))
    ready.current = rows ?? null
    const isCopied = rows !== undefined && document.execCommand('copy')
    ready.current = null
    if (!isCopied) toast({ text: t('grid.copyFailed') })
    return isCopied
  }
  /** Answers true when the browser's own copy can go on at once. */
  const prepareCopy = (): boolean => {
    if (cache.readLoaded(firstRows(area().rows, copyLimit))) return true
    void copyNow()
    return false
  }
  /** Copies, and only then empties: what did not reach the clipboard stays where it is. */
  const cut = async (empty: () => void) => {
    const count = countRows(area().rows)
    if (count > copyLimit) toast({ text: t('grid.cutTooMuch', { limit: copyLimit, count }) })
    else if (await copyNow()) empty()
  }
  return { onCopy, prepareCopy, copyNow, cut }
}
