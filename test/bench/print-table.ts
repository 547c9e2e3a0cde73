import { type BenchRow, isMet, ratioOf } from './bench-row.ts'

const headings = ['case', 'ours', 'peer or floor', 'ratio', 'target', 'met', 'note']

/** Words the lines as one table; a line is its cells with their columns padded. */
export function wordTable(rows: readonly BenchRow[]): string {
  const lines = [headings, ...rows.map(wordRow)]
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

function wordRow(row: BenchRow): string[] {
  const ratio = ratioOf(row)
  const met = isMet(row)
  return [
    row.name,
    `${wordNumber(row.ours)} ${row.unit}`,
    row.peer ? `${wordNumber(row.peer.value)} ${row.peer.name}` : '',
    ratio === null ? '' : `${wordNumber(ratio)}x`,
    wordTarget(row),
    met === null ? '' : met ? 'met' : 'not met',
    row.note ?? '',
  ]
}

function wordTarget({ target, unit }: BenchRow): string {
  if (!target) return ''
  if (target.kind === 'ratio-at-most') return `<= ${wordNumber(target.value)}x`
  return `${target.kind === 'at-most' ? '<=' : '>='} ${wordNumber(target.value)} ${unit}`
}

/** Three digits that count; whole numbers with their thousands. */
function wordNumber(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(3)))
}
