import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CustomerFilter, FilterCondition } from '#shared/domain/customer-filter.ts'

type SegmentUsesProps = {
  readonly ruleSetCode: string
  readonly segmentCode: string
  readonly asOf: CalendarDate
  /** The list of customers filters segments over all time; with another period it would show others. */
  readonly isOverAllTime: boolean
  /** Shows the customers of a filter in the list of all. */
  readonly onList: (filter: CustomerFilter) => void
  readonly onMonths: () => void
  readonly onPrint: () => void
  /** Reports which media the customers of a filter follow. */
  readonly onMedia: (filter: CustomerFilter) => void
}

const birthdayDays = 30

type UseCode = 'find' | 'moment' | 'strategy' | 'media' | 'keep' | 'share'

type Use = {
  readonly key: UseCode
  readonly act: () => void
  /** Whom it is about, where they are shown in the list; they are counted. */
  readonly filter: CustomerFilter | null
  /** Why it cannot be done. */
  readonly reason: string | null
}

/** What can be done with a segment: the six uses of a customer database, each leading to where it is done. */
export function SegmentUses(props: SegmentUsesProps) {
  const { ruleSetCode, segmentCode, asOf, isOverAllTime, onList, onMedia, onMonths, onPrint } = props
  const { t } = useTranslation()
  const { data: fields } = useRequest('fields.list', {})
  const media = fields?.groups
    .filter(group => group.isOn)
    .flatMap(group => group.fields)
    .find(field => field.code === 'media-touch')
  const [isOpen, setOpen] = useState(false)
  const filterOf = (...more: FilterCondition[]): CustomerFilter => {
    const members: FilterCondition = {
      field: 'segment',
      test: 'any-of',
      values: [`${ruleSetCode}/${segmentCode}`],
    }
    return { match: 'all', groups: [members, ...more].map(condition => [condition]) }
  }
  const ofList = (key: UseCode, filter: CustomerFilter): Use => ({
    key,
    act: () => onList(filter),
    filter: isOverAllTime ? filter : null,
    reason: isOverAllTime ? null : t('segments.use.allTime'),
  })
  const uses: readonly Use[] = [
    ofList('find', filterOf()),
    ofList('moment', filterOf({ field: 'birthday', test: 'next-days', days: birthdayDays })),
    { key: 'strategy', act: onMonths, filter: null, reason: null },
    ...(media ? [{ ...ofList('media', filterOf()), act: () => onMedia(filterOf()), filter: null }] : []),
    ofList('keep', filterOf({ field: 'contactRefusedOn', test: 'empty' })),
    { key: 'share', act: onPrint, filter: null, reason: null },
  ]
  return (
    <Dropdown
      trigger={['click']}
      onOpenChange={setOpen}
      menu={{
        items: uses.map(use => ({
          key: use.key,
          disabled: use.reason !== null,
          label: <UseLine use={use} asOf={asOf} isOpen={isOpen} />,
          onClick: use.act,
        })),
      }}
    >
      <Button size="small">
        {t('segments.uses')} <DownOutlined />
      </Button>
    </Dropdown>
  )
}

/** What is done, to how many, and what for. Counted once the menu is open. */
function UseLine({ use, asOf, isOpen }: { use: Use; asOf: CalendarDate; isOpen: boolean }) {
  const { t } = useTranslation()
  const { key, filter, reason } = use
  const { data } = useRequest(
    'customers.countFiltered',
    { filter: filter ?? { match: 'all', groups: [[{ field: 'name', test: 'filled' }]] }, asOf },
    { isEnabled: isOpen && filter !== null },
  )
  return (
    <>
      <div className="segment-use">
        {t(`segments.use.${key}`)}
        {data && <span className="num">{t('segments.members.count', { count: data.count })}</span>}
      </div>
      <div className="small secondary">{reason ?? t(`segments.use.${key}.how`)}</div>
    </>
  )
}
