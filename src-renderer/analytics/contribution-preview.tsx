import { ErrorNote } from '#renderer/components/error-note.tsx'
import { SegmentSwatch } from '#renderer/components/segment-swatch.tsx'
import { drawnGroups, groupColors } from '#renderer/i18n/contribution-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ContributionRules } from '#shared/domain/contribution.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

type ContributionPreviewProps = {
  readonly asOf: CalendarDate
  readonly before: ContributionRules
  /** Null while the figures are no rules. */
  readonly after: ContributionRules | null
}

/** How many customers each group has by the rules as saved, and by those that are being written. */
export function ContributionPreview({ asOf, before, after }: ContributionPreviewProps) {
  const { t } = useTranslation()
  const saved = useRequest('analytics.summarizeContribution', { asOf, rules: before })
  const edited = useRequest(
    'analytics.summarizeContribution',
    { asOf, rules: after ?? before },
    { keepsPrevious: true },
  )
  const countOf = (group: string) => edited.data?.groups.find(one => one.group === group)?.customerCount
  return (
    <div>
      {edited.error && <ErrorNote error={edited.error} />}
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('contribution.group')}</th>
            <th className="right">{t('contribution.edit.before')}</th>
            <th className="right">{t('contribution.edit.after')}</th>
          </tr>
        </thead>
        <tbody>
          {saved.data &&
            drawnGroups(saved.data).map(({ group, customerCount }) => (
              <tr key={group}>
                <td>
                  <SegmentSwatch colorKey={groupColors[group]}>
                    {t(`contribution.group.${group}`)}
                  </SegmentSwatch>
                </td>
                <td className="right">{formatNumber(customerCount)}</td>
                <td className="right">
                  {after === null ? '—' : <b>{formatNumber(countOf(group) ?? customerCount)}</b>}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}
