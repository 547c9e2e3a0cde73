import { type ReactNode, useMemo, useState } from 'react'
import type { SheetColumn, SheetSort } from '#renderer/components/sheet-grid/sheet-column.ts'
import { termTitle } from '#renderer/i18n/contribution-words.ts'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { call } from '#renderer/ipc/client.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { Request } from '#shared/contract/contract.ts'
import type {
  ContributionGroup,
  ContributionGroupMember,
  ContributionRequest,
  ContributionRules,
  ContributionSort,
} from '#shared/domain/contribution.ts'
import { type CurrencyCode, minorPerMajor } from '#shared/domain/currency.ts'
import { MembersSheet, personColumns, type RenderExport } from './members-sheet.tsx'

type ContributionMembersProps = {
  readonly request: ContributionRequest
  readonly group: ContributionGroup
  /** Who is in the group and what to do. */
  readonly note: string
  readonly currency: CurrencyCode
  readonly onOpenCustomer: (customerId: number, listId: number) => void
  readonly renderExport?: RenderExport | undefined
  /** What can be done with them. */
  readonly uses: ReactNode
}

function memberColumns(
  translation: Translation,
  rules: ContributionRules,
  currency: CurrencyCode,
): SheetColumn<ContributionGroupMember>[] {
  const money = (key: 'recentMinor' | 'baseMinor' | 'scoreMinor', title: string, widthPx: number) => ({
    ...{ key, title, widthPx, isNumeric: true, isSortable: true },
    text: (member: ContributionGroupMember) => formatMoney(member[key], currency),
    value: (member: ContributionGroupMember) => member[key] / minorPerMajor(currency),
  })
  return [
    ...personColumns<ContributionGroupMember>(translation),
    money('recentMinor', termTitle(translation, rules.recent), 216),
    money('baseMinor', termTitle(translation, rules.base), 216),
    money('scoreMinor', translation.t('contribution.score'), 120),
    {
      key: 'decile',
      title: translation.t('contribution.member.decile'),
      widthPx: 120,
      isNumeric: true,
      text: member =>
        member.decile === null
          ? ''
          : translation.t('contribution.decile', { share: `${10 * member.decile}%` }),
      value: member => member.decile,
    },
  ]
}

const fetchPage = (page: Request<'analytics.contributionMembersPage'>) =>
  call('analytics.contributionMembersPage', page)

/** The customers of one of the seven groups with both terms of their scores. */
export function ContributionMembers(props: ContributionMembersProps) {
  const { request, group, currency } = props
  const translation = useTranslation()
  const [sort, setSort] = useState<SheetSort>({ key: 'scoreMinor', direction: 'descending' })
  const opened = useRequest(
    'analytics.openContributionMembers',
    {
      analysis: request,
      group,
      sort: {
        column: sort.key as ContributionSort['column'],
        isDescending: sort.direction === 'descending',
      },
    },
    { keepsPrevious: true },
  )
  const columns = useMemo(
    () => memberColumns(translation, request.rules, currency),
    [translation, request.rules, currency],
  )
  return (
    <MembersSheet
      title={translation.t(`contribution.group.${group}`)}
      note={props.note}
      list={opened.data}
      error={opened.error}
      columns={columns}
      fetchPage={fetchPage}
      sort={sort}
      onSort={setSort}
      onOpenCustomer={props.onOpenCustomer}
      renderExport={props.renderExport}
      uses={props.uses}
    />
  )
}
