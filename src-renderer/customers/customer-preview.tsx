import { useEffect, useState } from 'react'
import { useReferenceDay } from '#renderer/components/analysis-choice.ts'
import { DefinitionList } from '#renderer/components/definition-list.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { MoneyText } from '#renderer/components/money-text.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { Tag } from '#renderer/components/tag.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { ContactLines } from './contact-lines.tsx'
import { genderAndAge } from './customer-words.ts'
import { RefusedNote } from './refused-note.tsx'

const restMs = 120
const previewedOrders = 8

/** A value that has rested for a while: whoever flies through the list asks for nothing. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}

/** The customer in the focused row, beside the list, so that one can look without leaving it. */
export function CustomerPreview(props: {
  listId: number
  row: number
  onOpen: (customerId: number) => void
}) {
  const { t } = useTranslation()
  const row = useRested(props.row)
  const { data: page } = useRequest(
    'customers.listPage',
    { listId: props.listId, start: row, count: 1 },
    { keepsPrevious: true },
  )
  const customerId = page?.[0]?.customerId
  const { data: file } = useRequest(
    'customers.get',
    { customerId: customerId ?? 1, orderLimit: previewedOrders },
    { isEnabled: customerId !== undefined, keepsPrevious: true },
  )
  const isDeleted = page?.[0] === null
  return (
    <section className="panel list-preview" aria-label={t('customers.preview')}>
      <div className="panel-body">
        {isDeleted && <p className="tertiary">{t('customers.deletedRow')}</p>}
        {!isDeleted && !file && <Skeleton lines={8} />}
        {!isDeleted && file && <PreviewBody file={file} onOpen={() => props.onOpen(file.customerId)} />}
      </div>
    </section>
  )
}

function PreviewBody({ file, onOpen }: { file: CustomerFile; onOpen: () => void }) {
  const { t, tCode } = useTranslation()
  const { currency } = useOpenArchive()
  const today = useReferenceDay()
  const { total } = file
  return (
    <div className="list-preview-body">
      <div>
        <h2 className="name-title">{file.name}</h2>
        <div className="row list-preview-state">
          <Tag tone="brand">{tCode(`card-type.${file.cardType}`)}</Tag>
          <span className="num secondary">{file.archiveNumber}</span>
          <span className="secondary">{genderAndAge(file, today, { t, tCode })}</span>
        </div>
      </div>
      {file.contactRefusedOn && <RefusedNote refusedOn={file.contactRefusedOn} />}
      <ContactLines file={file} />
      <DefinitionList
        items={[
          {
            key: 'spend',
            term: t('customers.figure.spend'),
            value: <MoneyText minor={total.spendMinor} currency={currency} hasSymbol />,
          },
          {
            key: 'orders',
            term: t('customers.figure.orders'),
            value: <span className="num">{total.orderCount}</span>,
          },
          {
            key: 'lastOn',
            term: t('customers.figure.lastOn'),
            value: <span className="num">{total.lastOn ?? t('customers.figure.never')}</span>,
          },
          ...(file.note ? [{ key: 'note', term: t('field.note'), value: file.note }] : []),
        ]}
      />
      {file.orders.length > 0 && (
        <div>
          <h3 className="section-title">{t('customers.preview.orders')}</h3>
          <table className="plain-table">
            <tbody>
              {file.orders.map(order => (
                <tr key={order.salesOrderId}>
                  <td className="secondary">{order.orderedOn}</td>
                  <td className="clip list-preview-title">{order.lines[0]?.title ?? ''}</td>
                  <td className="right">
                    <MoneyText minor={order.netMinor} currency={currency} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <LinkButton onClick={onOpen} hint="Enter">
        {t('customers.preview.open')}
      </LinkButton>
    </div>
  )
}
