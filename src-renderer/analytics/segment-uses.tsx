import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CustomerFilter, FilterCondition } from '#shared/domain/customer-filter.ts'

type SegmentUsesProps = {
  readonly ruleSetCode: string
  readonly segmentCode: string
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

/** What can be done with a segment: the six uses of a customer database, each leading to where it is done. */
export function SegmentUses(props: SegmentUsesProps) {
  const { ruleSetCode, segmentCode, isOverAllTime, onList, onMedia, onMonths, onPrint } = props
  const { t } = useTranslation()
  const { data: fields } = useRequest('fields.list', {})
  const media = fields?.groups
    .filter(group => group.isOn)
    .flatMap(group => group.fields)
    .find(field => field.code === 'media-touch')
  const only = (...more: FilterCondition[]): CustomerFilter => {
    const members: FilterCondition = {
      field: 'segment',
      test: 'any-of',
      values: [`${ruleSetCode}/${segmentCode}`],
    }
    return { match: 'all', groups: [members, ...more].map(condition => [condition]) }
  }
  const list = (...more: FilterCondition[]) => onList(only(...more))
  const ofList = (key: string, act: () => void) => ({
    key,
    act,
    reason: isOverAllTime ? null : t('segments.use.allTime'),
  })
  const uses = [
    ofList('find', () => list()),
    ofList('moment', () => list({ field: 'birthday', test: 'next-days', days: birthdayDays })),
    { key: 'strategy', act: onMonths, reason: null },
    ...(media ? [ofList('media', () => onMedia(only()))] : []),
    ofList('keep', () => list({ field: 'contactRefusedOn', test: 'empty' })),
    { key: 'share', act: onPrint, reason: null },
  ]
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: uses.map(({ key, act, reason }) => ({
          key,
          disabled: reason !== null,
          label: (
            <>
              <div>{t(`segments.use.${key as 'find'}`)}</div>
              <div className="small secondary">{reason ?? t(`segments.use.${key as 'find'}.how`)}</div>
            </>
          ),
          onClick: act,
        })),
      }}
    >
      <Button size="small">
        {t('segments.uses')} <DownOutlined />
      </Button>
    </Dropdown>
  )
}
