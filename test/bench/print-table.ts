import { type BenchRow, isMet, isOfTime, limitHere, ratioOf } from './bench-row.ts'

const headings = ['case', 'ours', 'peer or floor', 'ratio', 'target', 'met', 'note']

/** Words the lines as one table; a line is its cells with their columns padded. `slowness`: of this machine. */
export function wordTable(rows: readonly BenchRow[], slowness: number): string {
  const lines = [headings, ...rows.map(row => wordRow(row, slowness))]
  const widths = headings.map((_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0)))
  const word = (line: readonly string[]) =>
    line
      .map((cell, column) =>
        isNumeric(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return [
    word(headings),
    widths.map(width => '-'.repeat(width)).join('  '),
    ...lines.slice(1).map(word),
  ].join('\n')
}

const isNumeric = (column: number) => column === 1 || column === 3

function wordRow(row: BenchRow, slowness: number): string[] {
  const ratio = ratioOf(row)
  const met = isMet(row, slowness)
  return [
    row.name,
    `${wordNumber(row.ours)} ${row.unit}`,
    row.peer ? `${wordNumber(row.peer.value)} ${row.peer.name}` : '',
    ratio === null ? '' : `${wordNumber(ratio)}x`,
    wordTarget(row, slowness),
    met === null ? '' : met ? 'met' : 'not met',
    row.note ?? '',
  ]
}

/** A target of time says where it comes from: '<= 200 ms CPU here (130 x 1.54)'. */
function wordTarget(row: BenchRow, slowness: number): string {
  const { target, unit } = row
  const limit = limitHere(row, slowness)
  if (!target || limit === null) return ''
  if (target.kind === 'ratio-at-most') return `<= ${wordNumber(limit)}x`
  const sign = target.kind === 'at-most' ? '<=' : '>='
  if (!isOfTime(row)) return `${sign} ${wordNumber(limit)} ${unit}`
  const turn = target.kind === 'at-most' ? 'x' : '/'
  return `${sign} ${wordNumber(limit)} ${unit} here (${wordNumber(target.value)} ${turn} ${wordNumber(slowness)})`
}

/** Three digits that count; whole numbers with their thousands. */
function wordNumber(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(3)))
}
