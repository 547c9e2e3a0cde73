import { Button, Segmented } from 'antd'
import { ratioText } from '#renderer/components/credit-text.ts'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { MoneyText } from '#renderer/components/money-text.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { type CreditRecord, type CustomerCredit, statementItems } from '#shared/domain/credit.ts'
import type { RatioReading } from '#shared/domain/credit-ratios.ts'

/** Periods that stand side by side. */
const shownPeriods = 6

type StatementsPanelProps = {
  readonly credit: CustomerCredit
  readonly onOpen: ((record: CreditRecord | null) => void) | undefined
}

/** Statements side by side, the newest first, with the six ratios below and the switch of two of them. */
export function StatementsPanel({ credit: { statements, readings }, onOpen }: StatementsPanelProps) {
  const words = useTranslation()
  const { t } = words
  const { currency } = useOpenArchive()
  const shown = statements.slice(0, shownPeriods)
  const names = shown[0]?.ratios.map(({ ratio }) => ratio) ?? []
  return (
    <Panel
      className="credit-wide"
      title={t('credit.statements')}
      extra={
        onOpen && (
          <Button size="small" onClick={() => onOpen(null)}>
            {t('credit.newStatement')}
          </Button>
        )
      }
    >
      {shown.length === 0 && <p className="tertiary">{t('credit.noStatements')}</p>}
      {shown.length > 0 && (
        <>
          <ReadingSwitch readings={readings} isEnabled={onOpen !== undefined} />
          <table className="plain-table">
            <thead>
              <tr>
                <th>{t('credit.entry')}</th>
                {shown.map(({ creditRecordId, record }) => (
                  <th key={creditRecordId} className="right num">
                    {onOpen ? (
                      <LinkButton
                        label={t('entries.editOne', { name: record.datedOn })}
                        onClick={() => onOpen({ creditRecordId, record })}
                      >
                        {record.datedOn}
                      </LinkButton>
                    ) : (
                      record.datedOn
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {statementItems.map(item => (
                <tr key={item}>
                  <td>{t(`credit.item.${item}`)}</td>
                  {shown.map(({ creditRecordId, record }) => {
                    const minor = record.kind === 'statement' ? record[item] : null
                    return (
                      <td key={creditRecordId} className="right num">
                        {minor === null ? (
                          <span className="tertiary">{t('credit.notStated')}</span>
                        ) : (
                          <MoneyText minor={minor} currency={currency} />
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
              {names.map((ratio, at) => (
                <tr key={ratio}>
                  <td title={t(`credit.ratioHint.${ratio}`)}>
                    <b>{t(`credit.ratio.${ratio}`)}</b>
                  </td>
                  {shown.map(({ creditRecordId, ratios }) => (
                    <td key={creditRecordId} className="right num">
                      {ratios[at] && ratioText(ratios[at], words)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {statements.length > shown.length && (
            <p className="small tertiary">{t('entries.more', { count: statements.length - shown.length })}</p>
          )}
        </>
      )}
    </Panel>
  )
}

type ReadingSwitchProps = Pick<CustomerCredit, 'readings'> & { readonly isEnabled: boolean }

/** By what the two ratios are divided that the source states in another way than textbooks do; kept for the archive, and printed. */
function ReadingSwitch({ readings, isEnabled }: ReadingSwitchProps) {
  const { t } = useTranslation()
  const save = useCommand('credit.saveReadings')
  return (
    <div className="row credit-readings">
      {(['cash', 'debt'] as const).map(ratio => (
        <span key={ratio} className="row">
          <span className="small secondary">{t(`credit.divided.${ratio}`)}</span>
          <Segmented<RatioReading>
            size="small"
            disabled={!isEnabled}
            aria-label={t(`credit.divided.${ratio}`)}
            value={readings[ratio]}
            onChange={reading => void save.run({ readings: { ...readings, [ratio]: reading } })}
            options={(['as-stated', 'textbook'] as const).map(value => ({
              ...{ value, label: t(`credit.reading.${ratio}.${value}`) },
            }))}
          />
        </span>
      ))}
    </div>
  )
}
