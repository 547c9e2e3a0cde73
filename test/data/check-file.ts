import path from 'node:path'
import { listFiles } from './data-folder.ts'
import type { Comparison, Expectation } from './expectation.ts'
import { listExpectations } from './expectations.ts'
import { readWhole, type WholeFile } from './read-whole.ts'

/** One line of the table. */
export type FileReport = {
  readonly file: string
  readonly expected: string
  readonly got: string
  readonly verdict: 'ok' | 'differs' | 'not comparable' | 'named error' | 'read'
  readonly isUnexpected: boolean
  readonly differences: readonly string[]
}

/** Errors that say 'not this kind of file, not yet'. */
const POLITE = new Set(['file-type-unsupported', 'xlsx-variant-unsupported', 'file-encrypted'])

const CHECKED_FOLDERS = ['chinese', 'csv-torture', 'hostile', 'spreadsheets']
const NOT_DATA = /README\.md$|MANIFEST\.csv$|(?:^|[./])expected[-.]/

/** The files of the data folder that are read: all but its papers and its lists of right answers. */
export function listCheckedFiles(dataFolder: string): readonly string[] {
  const isChecked = (file: string) =>
    CHECKED_FOLDERS.includes(file.split('/')[0] as string) && !NOT_DATA.test(file)
  return listFiles(dataFolder).filter(isChecked)
}

/** Expectations by file. */
export function groupExpectations(dataFolder: string): ReadonlyMap<string, readonly Expectation[]> {
  const groups = new Map<string, Expectation[]>()
  for (const expectation of listExpectations(dataFolder)) {
    const group = groups.get(expectation.file) ?? []
    group.push(expectation)
    groups.set(expectation.file, group)
  }
  return groups
}

/** Reads one file and holds it against all that is known about it. */
export async function checkFile(
  dataFolder: string,
  file: string,
  expectations: readonly Expectation[],
): Promise<FileReport> {
  const whole = await readWhole(path.join(dataFolder, file))
  const expected = describeExpected(expectations)
  if (whole.error) return reportError(file, expected, whole, expectations)
  const comparisons = expectations.map(({ compare }) => compare?.(whole)).filter(one => one !== undefined)
  const wronglyRead = expectations.some(({ expectsError }) => expectsError)
  const differences = comparisons.flatMap(({ differences }) => differences)
  const rowCount = whole.rows.reduce((sum, rows) => sum + rows.length, 0)
  const facts = [`${rowCount} rows`, ...(comparisons.length > 0 ? [describe(comparisons)] : [])]
  return {
    file,
    expected,
    got: `${facts.join(', ')}${whole.encoding ? `, ${whole.encoding}` : ''}`,
    verdict: wronglyRead || differences.length > 0 ? 'differs' : verdictOf(comparisons),
    isUnexpected: wronglyRead || differences.length > 0,
    differences,
  }
}

function verdictOf(comparisons: readonly Comparison[]): FileReport['verdict'] {
  if (comparisons.length === 0) return 'read'
  return comparisons.some(({ same }) => same > 0) ? 'ok' : 'not comparable'
}

function describe(comparisons: readonly Comparison[]): string {
  const sum = (key: 'same' | 'notComparable') => comparisons.reduce((total, one) => total + one[key], 0)
  const notComparable = sum('notComparable')
  return `${sum('same')} same${notComparable > 0 ? `, ${notComparable} not comparable` : ''}`
}

function describeExpected(expectations: readonly Expectation[]): string {
  const sources = [...new Set(expectations.map(({ source }) => source))]
  const text = sources.slice(0, 2).join('; ') + (sources.length > 2 ? ' …' : '')
  return expectations.some(({ expectsError }) => expectsError) ? `error: ${text}` : text || '-'
}

/** A named error is right where one is expected, or where nothing is; values that are expected allow only a polite one. */
function reportError(
  file: string,
  expected: string,
  whole: WholeFile,
  expectations: readonly Expectation[],
): FileReport {
  const { code, details } = whole.error ?? { code: 'internal' }
  const isExpected =
    expectations.length === 0 || expectations.some(({ expectsError }) => expectsError) || POLITE.has(code)
  const facts = Object.entries(details ?? {}).map(([key, value]) => `${key} ${value}`)
  return {
    file,
    expected,
    got: [code, ...facts].join(', '),
    verdict: 'named error',
    isUnexpected: !isExpected || code === 'internal' || code === 'cancelled',
    differences: [],
  }
}
