import { Button } from 'antd'
import { DefinitionList } from '#renderer/components/definition-list.tsx'
import { MoneyText } from '#renderer/components/money-text.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import type { CreditAgeing, CreditRecord, CustomerCredit } from '#shared/domain/credit.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { EditRecordLink } from './edit-record-link.tsx'

type PositionPanelProps = {
  readonly credit: CustomerCredit
  readonly onOpen: ((record: CreditRecord | null) => void) | undefined
}

/** What was agreed, what is owed and for how long, and what to look out for. */
export function PositionPanel({ credit, onOpen }: PositionPanelProps) {
  const { t } = useTranslation()
  return (
    <Panel
      title={t('credit.position')}
      extra={
        onOpen && (
          <Button size="small" onClick={() => onOpen(null)}>
            {t('credit.newTerms')}
          </Button>
        )
      }
    >
      <Warnings credit={credit} />
      <Agreed credit={credit} />
      <p className="small tertiary">{t('credit.fromOrders', { asOf: credit.asOf })}</p>
      {credit.terms.length > 0 && <Decisions credit={credit} onOpen={onOpen} />}
    </Panel>
  )
}

function Warnings({ credit: { position } }: Pick<PositionPanelProps, 'credit'>) {
  const { t } = useTranslation()
  const { currency } = useOpenArchive()
  if (position.warnings.length === 0) return null
  const money = (minor: number) => formatMoney(minor, currency, { hasSymbol: true })
  return (
    <div className="credit-warnings">
      {position.warnings.map(warning => (
        <Note key={warning} tone={warning === 'review-due' ? 'warn' : 'seal'}>
          {t(`credit.warning.${warning}`, {
            exceeded: money(position.exceededMinor),
            overdue: money(position.ageing?.overdueMinor ?? 0),
            days: position.ageing?.longestDays ?? 0,
            day: position.terms?.nextReviewOn ?? '',
          })}
        </Note>
      ))}
    </div>
  )
}

function Agreed({ credit: { position } }: Pick<PositionPanelProps, 'credit'>) {
  const { t } = useTranslation()
  const { currency } = useOpenArchive()
  const { terms, ageing } = position
  const cannot = (item: 'limit' | 'term-days') => (
    <span className="tertiary">{t(`credit.cannot.${item}`)}</span>
  )
  const money = (minor: number) => <MoneyText minor={minor} currency={currency} />
  const ageingLines = ({ notDueMinor, byDays, overdueMinor }: CreditAgeing) => [
    { key: 'notDue', term: t('credit.notDue'), value: money(notDueMinor) },
    ...(overdueMinor === 0
      ? [{ key: 'ageing', term: t('credit.ageing'), value: t('credit.notOverdue') }]
      : (['0', '1', '2', '3'] as const).map((range, at) => ({
          ...{ key: range, term: t(`credit.overdueRange.${range}`), value: money(byDays[at] ?? 0) },
        }))),
  ]
  return (
    <DefinitionList
      items={[
        {
          key: 'grade',
          term: t('credit.grade'),
          value: terms?.grade ?? <span className="tertiary">{t('credit.noGrade')}</span>,
        },
        {
          key: 'limit',
          term: t('credit.limit'),
          value:
            terms?.limitMinor == null ? (
              <span className="tertiary">{t('credit.noLimit')}</span>
            ) : (
              money(terms.limitMinor)
            ),
        },
        {
          key: 'days',
          term: t('credit.days'),
          value:
            terms?.termDays == null ? (
              <span className="tertiary">{t('credit.noDays')}</span>
            ) : (
              t('credit.dayCount', { count: terms.termDays })
            ),
        },
        ...(terms
          ? [
              {
                key: 'source',
                term: t('credit.source'),
                value:
                  terms.source === 'card'
                    ? t('credit.source.card')
                    : t('credit.source.decision', {
                        ...{ reviewer: terms.reviewer ?? '', day: terms.decidedOn ?? '' },
                        next: terms.nextReviewOn ?? '',
                      }),
              },
            ]
          : []),
        {
          key: 'owed',
          term: t('credit.owed'),
          value: (
            <span>
              {money(position.owedMinor)} {t('credit.openOrders', { count: position.openOrders })}
              {position.ordersWithoutMoney > 0 && (
                <div className="small tertiary">
                  {t('credit.withoutMoney', { count: position.ordersWithoutMoney })}
                </div>
              )}
            </span>
          ),
        },
        {
          key: 'use',
          term: t('credit.limitUse'),
          value:
            position.limitUse === null
              ? cannot('limit')
              : t('funnel.percent', { share: formatNumber(position.limitUse * 100, 0) }),
        },
        ...(ageing
          ? ageingLines(ageing)
          : [{ key: 'ageing', term: t('credit.ageing'), value: cannot('term-days') }]),
      ]}
    />
  )
}

function Decisions({ credit: { terms }, onOpen }: PositionPanelProps) {
  const { t } = useTranslation()
  const { currency } = useOpenArchive()
  return (
    <table className="plain-table">
      <tbody>
        {terms.map(({ creditRecordId, record }) => {
          if (record.kind !== 'terms') return null
          const parts = [
            t('credit.gradeIs', { grade: record.grade }),
            ...(record.limitMinor === null
              ? []
              : [`${t('credit.limit')} ${formatMoney(record.limitMinor, currency)}`]),
            ...(record.termDays === null ? [] : [t('credit.daysAre', { count: record.termDays })]),
          ]
          return (
            <tr key={creditRecordId}>
              <td className="num nowrap">{record.datedOn}</td>
              <td>
                {parts.join('　')}
                <div className="small secondary selectable">{record.reason}</div>
              </td>
              <td className="right">
                <EditRecordLink stored={{ creditRecordId, record }} onOpen={onOpen} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The unpaid orders, the oldest first, with the day on which each was due. */
export function OpenOrdersPanel({ credit: { orders, position } }: Pick<PositionPanelProps, 'credit'>) {
  const { t } = useTranslation()
  const { currency } = useOpenArchive()
  if (orders.length === 0) return null
  return (
    <Panel title={t('credit.unpaid')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('reports.column.date')}</th>
            <th>{t('reports.column.orderNumber')}</th>
            <th className="right">{t('credit.owed')}</th>
            <th>{t('credit.dueOn')}</th>
            <th className="right">{t('credit.overdueDays')}</th>
          </tr>
        </thead>
        <tbody>
          {orders.map(order => (
            <tr key={order.salesOrderId}>
              <td className="num nowrap">{order.orderedOn}</td>
              <td className="num">{order.orderNumber ?? ''}</td>
              <td className="right">
                {order.owedMinor > 0 ? (
                  <MoneyText minor={order.owedMinor} currency={currency} />
                ) : (
                  <span className="tertiary">{t('credit.notStated')}</span>
                )}
              </td>
              <td className="num nowrap">{order.dueOn ?? t('credit.noDays')}</td>
              <td className="right num">
                {order.overdueDays !== null && order.overdueDays > 0 ? formatNumber(order.overdueDays) : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {position.openOrders > orders.length && (
        <p className="small tertiary">{t('entries.more', { count: position.openOrders - orders.length })}</p>
      )}
    </Panel>
  )
}
