import type { ReactNode } from 'react'
import { DefinitionList } from '#renderer/components/definition-list.tsx'
import { MoneyText } from '#renderer/components/money-text.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { Tag, TagList } from '#renderer/components/tag.tsx'
import { formatPhone } from '#renderer/i18n/format-phone.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { sourceName } from './customer-words.ts'
import { useCardDetails } from './details-panel.tsx'
import { FileState } from './file-state.tsx'
import { IdentitiesPanel } from './identities-panel.tsx'
import { MergedFilesPanel } from './merged-files-panel.tsx'
import { MissingLink } from './missing-link.tsx'
import { OwnFieldsPanel } from './own-fields-panel.tsx'
import { RegionLine } from './region-line.tsx'
import { WithSource } from './value-source.tsx'

type DetailsProps = { readonly file: CustomerFile; readonly onEdit: (() => void) | undefined }

/** Everything the card holds: its fields, all ways of contact, accounts on platforms, opening balances, the note. */
export function CustomerDetails(
  props: DetailsProps & {
    readonly cardHistory: ReactNode
    readonly funnel: ReactNode
    readonly regionNotes: ReactNode
  },
) {
  const { file, cardHistory, funnel, regionNotes, onEdit } = props
  return (
    <div className="customer-details">
      <div className="customer-details-column">
        <CardFields file={file} onEdit={onEdit} />
        <OwnFieldsPanel file={file} />
      </div>
      <div className="customer-details-column">
        <ContactPanel file={file} onEdit={onEdit} />
        {regionNotes}
        <NotePanel file={file} />
        {funnel}
        {cardHistory}
      </div>
      <div className="customer-details-column">
        <IdentitiesPanel file={file} />
        <MergedFilesPanel customerId={file.customerId} />
        {file.openingBalances.length > 0 && <BalancesPanel file={file} />}
      </div>
    </div>
  )
}

function CardFields({ file, onEdit }: DetailsProps) {
  const { t } = useTranslation()
  const details = useCardDetails(file)
  const tags = {
    key: 'tags',
    term: t('customers.column.tags'),
    value:
      file.tags.length > 0 ? (
        <span className="tag-cloud">
          {file.tags.map(tag => (
            <WithSource key={tag} customerId={file.customerId} subject={{ of: 'tag', name: tag }} name={tag}>
              <TagList tags={[tag]} limit={1} />
            </WithSource>
          ))}
        </span>
      ) : (
        <span className="tertiary">{t('customers.noTags')}</span>
      ),
  }
  return (
    <Panel title={t('customers.details.card')} extra={<MissingLink file={file} onEdit={onEdit} />}>
      <DefinitionList items={[...details, tags]} />
      <FileState file={file} />
    </Panel>
  )
}

function ContactPanel({ file, onEdit }: DetailsProps) {
  const { t, tCode } = useTranslation()
  const points = file.contactPoints
  return (
    <Panel title={t('customers.details.contact')}>
      {points.length === 0 && <p className="tertiary">{t('customers.details.noContact')}</p>}
      <DefinitionList
        items={points.map((point, index) => {
          const ofKind = points.filter(other => other.kind === point.kind)
          return {
            key: `${point.kind}-${index}`,
            term: tCode(`contact-point.${point.kind}`),
            value: (
              <>
                <WithSource
                  customerId={file.customerId}
                  subject={{ of: 'contact', kind: point.kind, value: point.value }}
                  name={tCode(`contact-point.${point.kind}`)}
                >
                  <span className="num selectable">
                    {point.kind === 'phone' ? formatPhone(point.value) : point.value}{' '}
                    {ofKind.length > 1 && ofKind[0] === point && <Tag>{t('customers.details.first')}</Tag>}
                  </span>
                </WithSource>
                {point.region && <RegionLine region={point.region} onCorrect={onEdit} />}
              </>
            ),
          }
        })}
      />
    </Panel>
  )
}

function NotePanel({ file }: { file: CustomerFile }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('customers.details.note')}>
      {file.note ? (
        <WithSource
          customerId={file.customerId}
          subject={{ of: 'card', field: 'note' }}
          name={t('customers.details.note')}
        >
          <p className="details-note selectable">{file.note}</p>
        </WithSource>
      ) : (
        <p className="tertiary">{t('customers.details.noNote')}</p>
      )}
    </Panel>
  )
}

function BalancesPanel({ file }: { file: CustomerFile }) {
  const words = useTranslation()
  const { t } = words
  const { currency } = useOpenArchive()
  return (
    <Panel
      title={t('customers.details.balances')}
      extra={<Tag tone="info">{t('customers.details.balances')}</Tag>}
    >
      <p className="small tertiary">{t('customers.details.balancesHint')}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('customers.details.balance.source')}</th>
            <th className="right">{t('customers.details.balance.orders')}</th>
            <th className="right">{t('customers.details.balance.spend')}</th>
            <th className="right">{t('customers.details.balance.returns')}</th>
            <th>{t('customers.details.balance.first')}</th>
            <th>{t('customers.details.balance.last')}</th>
            <th>{t('customers.details.balance.until')}</th>
          </tr>
        </thead>
        <tbody>
          {file.openingBalances.map(balance => (
            <tr key={balance.openingBalanceId}>
              <td>
                <WithSource
                  customerId={file.customerId}
                  subject={{ of: 'balance', openingBalanceId: balance.openingBalanceId }}
                  name={t('customers.details.balances')}
                >
                  {sourceName(balance, words)}
                </WithSource>
              </td>
              <td className="right">{formatNumber(balance.orderCount)}</td>
              <td className="right">
                <MoneyText minor={balance.spendMinor} currency={currency} />
              </td>
              <td className="right">{formatNumber(balance.returnCount)}</td>
              <td>{balance.firstOn ?? t('common.unknown')}</td>
              <td>{balance.lastOn ?? t('common.unknown')}</td>
              <td>{balance.coversUntilOn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
