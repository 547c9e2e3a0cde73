import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { CellIssueCount } from '#shared/domain/import-batch.ts'
import type { CellMarkCount, CellMarkKind } from '#shared/domain/import-cell.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

/** Says of each issue of cells how often it came up. Empty: nothing at all. */
export function CellIssueList({ label, issues }: { label?: string; issues: readonly CellIssueCount[] }) {
  const { t } = useTranslation()
  if (issues.length === 0) return null
  return (
    <ul className="import-issues small secondary" aria-label={label}>
      {label !== undefined && <li aria-hidden="true">{label}</li>}
      {issues.map(({ code, count }) => (
        <li key={code}>
          {t(`cell-issue.${code}`)} <span className="num">× {formatNumber(count)}</span>
        </li>
      ))}
    </ul>
  )
}

type MarkedCellListProps = {
  readonly label: string
  readonly marks: readonly CellMarkCount[]
  readonly kinds: readonly CellMarkKind[]
}

/** Says of some kinds of marks on cells how often each came up. Empty: nothing at all. */
export function MarkedCellList({ label, marks: all, kinds }: MarkedCellListProps) {
  const { t } = useTranslation()
  const marks = all.filter(mark => kinds.includes(mark.kind))
  if (marks.length === 0) return null
  return (
    <ul className="import-issues small secondary" aria-label={label}>
      <li aria-hidden="true">{label}</li>
      {marks.map(({ kind, count }) => (
        <li key={kind}>
          {t(`cell-mark.${kind}`)} <span className="num">× {formatNumber(count)}</span>
        </li>
      ))}
    </ul>
  )
}

/** How many cells have an issue. Example: 2 unclear dates and 1 masked phone -> 3 */
export function countCellIssues(issues: readonly CellIssueCount[]): number {
  return issues.reduce((sum, { count }) => sum + count, 0)
}
