import '#renderer/styles/paper.css'
import { type ComponentType, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { type BlockSize, type PagePart, paginate } from './paginate.ts'
import type { PaperBlock, PaperColumn, PaperFrame } from './paper-block.ts'

type PaperDocumentProps = {
  readonly blocks: readonly PaperBlock[]
  readonly frame: PaperFrame
  /** Called when the pages stand, with their number. */
  readonly onPages: (count: number) => void
  /** What stands around the pages: a preview shows them smaller. Measuring stays outside of it. */
  readonly Sheets: ComponentType<{ readonly children: ReactNode }>
}

type TableBlock = Extract<PaperBlock, { kind: 'table' }>

/** Lays blocks out on A4 pages: first measured out of sight at the width of paper, then drawn page by page. */
export function PaperDocument({ blocks, frame, onPages, Sheets }: PaperDocumentProps) {
  const measure = useRef<HTMLDivElement>(null)
  const [pages, setPages] = useState<readonly (readonly PagePart[])[]>([])
  useLayoutEffect(() => {
    let isCurrent = true
    void document.fonts.ready.then(() => {
      if (!isCurrent || !measure.current) return
      const room = measure.current.querySelector<HTMLElement>('.paper-body')
      if (!room) return
      const made = paginate(
        blocks.map((block, index) => sizeOf(room, block, index)),
        room.clientHeight,
      )
      setPages(made)
      onPages(made.length)
    })
    return () => {
      isCurrent = false
    }
  }, [blocks, onPages])
  return (
    <>
      <div ref={measure} className="paper-measure" aria-hidden="true">
        <Page frame={frame} page={1} pageCount={1}>
          {blocks.map((block, index) => (
            <div key={block.key} data-block={index}>
              <Part
                block={block}
                part={{ block: index, fromRow: 0, toRow: Number.MAX_SAFE_INTEGER, isLast: true }}
              />
            </div>
          ))}
        </Page>
      </div>
      <Sheets>
        {pages.map((parts, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
          <Page key={index} frame={frame} page={index + 1} pageCount={pages.length}>
            {parts.map(part => {
              const block = blocks[part.block]
              return block && <Part key={`${block.key}-${part.fromRow}`} block={block} part={part} />
            })}
          </Page>
        ))}
      </Sheets>
    </>
  )
}

type PageProps = {
  readonly frame: PaperFrame
  readonly page: number
  readonly pageCount: number
  readonly children: ReactNode
}

function Page({ frame, page, pageCount, children }: PageProps) {
  const { t } = useTranslation()
  return (
    <section className={frame.hasHoleMargin ? 'paper has-hole-margin' : 'paper'}>
      <header className="paper-head">
        <b>{frame.headLeft}</b>
        <span>{frame.headRight}</span>
      </header>
      <div className="paper-body">{children}</div>
      <footer className="paper-foot">
        <span>{frame.footLeft}</span>
        <span>{t('reports.page', { page: String(page), pages: String(pageCount) })}</span>
      </footer>
    </section>
  )
}

function Part({ block, part }: { block: PaperBlock; part: PagePart }) {
  if (block.kind === 'block') return block.node
  return <PaperTable block={block} part={part} />
}

function PaperTable({ block, part }: { block: TableBlock; part: PagePart }) {
  const rows = block.rows.slice(part.fromRow, part.toRow)
  return (
    <div className="paper-part">
      <h2 className="paper-title" data-title>
        {part.fromRow === 0 ? block.title : block.continuedTitle}
      </h2>
      <table className="paper-table">
        <colgroup>
          {block.columns.map(column => (
            <col key={column.title} style={{ width: `${column.widthPercent}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {block.columns.map(column => (
              <th key={column.title} className={classOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.key}>
              {block.columns.map((column, index) => (
                <td key={column.title} className={classOf(column)}>
                  {row.cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {part.isLast && block.foot !== undefined && (
        <div className="paper-total" data-foot>
          {block.foot}
        </div>
      )}
    </div>
  )
}

function classOf(column: PaperColumn): string | undefined {
  return column.isNumeric ? 'right' : undefined
}

/** Heights as drawn; the gap after a block belongs to it. A table's title is counted with its head on every page. */
function sizeOf(room: HTMLElement, block: PaperBlock, index: number): BlockSize {
  const element = room.querySelector<HTMLElement>(`[data-block="${index}"]`)
  const heightPx = element?.getBoundingClientRect().height ?? 0
  if (block.kind === 'block' || !element) return { kind: 'block', heightPx }
  const rowsPx = [...element.querySelectorAll('tbody > tr')].map(row => row.getBoundingClientRect().height)
  const footPx = element.querySelector<HTMLElement>('[data-foot]')?.getBoundingClientRect().height ?? 0
  const headPx = heightPx - footPx - rowsPx.reduce((total, height) => total + height, 0)
  return { kind: 'table', titlePx: 0, headPx, rowsPx, footPx }
}
