import path from 'node:path'
import type { RawCell } from '#main/imports/raw-row.ts'
import { compareShown, type Verdict } from './compare-shown.ts'
import { count, type Expectation, newCounter, readJson } from './expectation.ts'
import { toGrid } from './read-whole.ts'

const DAYS_1900_TO_1904 = 1462

type PhpCheck = { file: string; cell: string; kind: string; expect: string | number; note: string }

/** Values that PhpSpreadsheet's tests assert; numbers that it makes of text are compared as text. */
export function phpExpectations(dataFolder: string): readonly Expectation[] {
  const { checks } = readJson(path.join(dataFolder, 'spreadsheets'), 'expected-phpspreadsheet.json') as {
    checks: PhpCheck[]
  }
  return (
    checks
      // They give up on an unknown charset; the bytes themselves are valid UTF-8.
      .filter(check => check.kind !== 'formula' && !check.file.endsWith('charset.unknown.html'))
      .map(check => {
        const source = 'PhpSpreadsheet'
        if (check.kind === 'error') return { file: check.file, source, compare: null, expectsError: true }
        return {
          file: check.file,
          source,
          compare: whole => {
            const counter = newCounter()
            const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(check.cell) as unknown as [string, string, string]
            const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
            const sheet = Math.max(
              0,
              whole.sheets.findIndex(one => !one.isHidden),
            )
            const cell = toGrid(whole.rows[sheet] ?? [])[Number(row) - 1]?.[column] ?? null
            count(
              counter,
              comparePhp(cell, check),
              () => `${check.cell}: ${JSON.stringify(cell)} for ${JSON.stringify(check.expect)}`,
            )
            return { source, ...counter }
          },
        }
      })
  )
}

function comparePhp(cell: RawCell, { kind, expect }: PhpCheck): Verdict {
  if (kind === 'displayed') return compareShown(cell, String(expect))
  if (typeof cell === 'number') return cell === Number(expect) ? 'same' : 'differs'
  if (typeof cell === 'string' && typeof expect === 'number')
    return cell.replaceAll(',', '') === String(expect) ? 'same' : 'differs'
  if (typeof cell === 'object' && cell !== null && 'date' in cell) {
    const serial = Date.parse(cell.date) / 86_400_000 + 25_569
    // They give the number in the calendar of the file, which may begin in 1904.
    return serial === expect || serial - DAYS_1900_TO_1904 === expect ? 'same' : 'differs'
  }
  return cell === expect ? 'same' : 'differs'
}
