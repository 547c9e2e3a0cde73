import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const projectRoot = path.resolve(import.meta.dirname, '../../..')
const folder = path.resolve(projectRoot, process.env.KEHU_TEST_DATA ?? '../shared/data')

/** Where a published file lies in the folder of KEHU_TEST_DATA. */
export const publishedPath = (file: string) => path.join(folder, file)

/** Whether it lies there. */
export const hasPublishedFile = (file: string) => existsSync(publishedPath(file))

/** Reads a regular csv by its headers: commas, double quotes, no line breaks in cells. */
export function readPublishedCsv(file: string): Record<string, string>[] {
  const lines = readFileSync(publishedPath(file), 'utf8').trimEnd().split(/\r?\n/)
  const [headers = [], ...rows] = lines.map(splitLine)
  return rows.map(cells => Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? ''])))
}

function splitLine(line: string): string[] {
  const cells = ['']
  let isQuoted = false
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === ',' && !isQuoted) cells.push('')
    else cells[cells.length - 1] += character
  }
  return cells
}
