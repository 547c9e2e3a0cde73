import { Checkbox, Radio } from 'antd'
import { useState } from 'react'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { UndoConflictItem, UndoPreview } from '#shared/domain/import-undo.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { changedField, changedValue } from './changed-value.ts'

const pageSize = 200

/** What happens to values that were edited since the import. */
export type EditedChoice = 'keep' | 'revert'

type UndoPlanProps = {
  readonly plan: UndoPreview
  readonly edited: EditedChoice | null
  readonly onEdited: (edited: EditedChoice) => void
  /** Rows for which the other choice holds, by `rowKey`. */
  readonly exceptions: ReadonlyMap<string, UndoConflictItem>
  readonly onException: (conflict: UndoConflictItem) => void
}

/** Names the row of a conflict. */
export const rowKey = ({ table, rowId }: UndoConflictItem): string => `${table} ${rowId}`

/** What taking back an import would do, in numbers, and the values that were edited since. */
export function UndoPlan(props: UndoPlanProps) {
  const { plan } = props
  const { t } = useTranslation()
  const sentences = [
    sentenceKey('removes', plan.customersRemoved, plan.ordersRemoved),
    sentenceKey('restores', plan.customersRestored, plan.ordersRestored),
  ].flatMap(sentence => (sentence ? [t(sentence.key, sentence.values)] : []))
  if (plan.customersStaying > 0) sentences.push(t('imports.undo.stays', { count: plan.customersStaying }))
  if (plan.ordersStaying > 0) sentences.push(t('undo.ordersStay', { count: plan.ordersStaying }))
  if (plan.mergesSplit > 0) sentences.push(t('duplicates.splitFirst', { count: plan.mergesSplit }))
  const { conflictCount } = plan
  return (
    <>
      <b className="clip" title={plan.fileName}>
        {plan.fileName}
      </b>
      {sentences.length === 0 && conflictCount === 0 && <div>{t('imports.undo.nothing')}</div>}
      {sentences.map(sentence => (
        <div key={sentence}>{sentence}</div>
      ))}
      <StayingList plan={plan} />
      {conflictCount > 0 && <Conflicts {...props} />}
    </>
  )
}

/** The sentence that names what there is, and leaves out what is none. */
function sentenceKey(what: 'removes' | 'restores', customers: number, orders: number) {
  if (customers + orders === 0) return null
  const which = orders === 0 ? 'customers' : customers === 0 ? 'orders' : 'both'
  return { key: `imports.undo.${what}.${which}`, values: { customers, orders } } as const
}

function StayingList({ plan: { staying } }: Pick<UndoPlanProps, 'plan'>) {
  const { t } = useTranslation()
  if (staying.length === 0) return null
  return (
    <details className="small secondary">
      <summary>{t('undo.staying')}</summary>
      {staying.map(({ customerId, label, orderCount }) => (
        <div key={customerId}>
          {orderCount === 0 ? label : t('undo.stayingOrders', { label, count: orderCount })}
        </div>
      ))}
    </details>
  )
}

function Conflicts(props: UndoPlanProps) {
  const { plan, edited, onEdited } = props
  const { t } = useTranslation()
  const { conflictCount } = plan
  const [pages, setPages] = useState(0)
  const more = useRequest(
    'imports.undoItems',
    { importBatchId: plan.importBatchId, start: plan.conflicts.length * pages, count: pageSize },
    { isEnabled: pages > 0 },
  )
  const conflicts = pages > 0 && more.data ? more.data.conflicts : plan.conflicts
  const listedTo = Math.min(conflictCount, plan.conflicts.length * pages + conflicts.length)
  return (
    <>
      <Note tone="warn">{t('imports.undo.conflicts', { count: conflictCount })}</Note>
      <Radio.Group
        className="import-undo-choice"
        aria-label={t('imports.undo.choice')}
        value={edited}
        onChange={event => onEdited(event.target.value as EditedChoice)}
        options={[
          { value: 'keep', label: t('imports.undo.keep') },
          { value: 'revert', label: t('imports.undo.revert') },
        ]}
      />
      <ConflictTable {...props} conflicts={conflicts} />
      {conflictCount > pageSize && (
        <div className="row small tertiary">
          <span className="num">
            {formatNumber(listedTo)} / {formatNumber(conflictCount)}
          </span>
          {pages > 0 && <LinkButton onClick={() => setPages(pages - 1)}>{t('undo.previous')}</LinkButton>}
          {listedTo < conflictCount && (
            <LinkButton onClick={() => setPages(pages + 1)}>
              {t('undo.more', { count: Math.min(pageSize, conflictCount - listedTo) })}
            </LinkButton>
          )}
        </div>
      )}
    </>
  )
}

type ConflictTableProps = UndoPlanProps & { readonly conflicts: readonly UndoConflictItem[] }

function ConflictTable({ conflicts, edited, exceptions, onException }: ConflictTableProps) {
  const words = useTranslation()
  const { t } = words
  const { currency } = useOpenArchive()
  const value = (field: string, text: string | null) =>
    text === null || text === '' ? <Blank /> : changedValue(words, field, text, currency)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by the keyboard
    <section className="import-conflicts" tabIndex={0} aria-label={t('imports.undo.choice')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('imports.undo.record')}</th>
            <th>{t('imports.undo.field')}</th>
            <th>{t('imports.undo.now')}</th>
            <th>{t('imports.undo.before')}</th>
            {edited !== null && <th>{t('undo.row')}</th>}
          </tr>
        </thead>
        <tbody>
          {conflicts.map(conflict => (
            <tr key={`${rowKey(conflict)} ${conflict.field}`}>
              <td>{conflict.label}</td>
              <td>{changedField(words, conflict.field)}</td>
              <td>{value(conflict.field, conflict.now)}</td>
              <td>{value(conflict.field, conflict.before)}</td>
              {edited !== null && (
                <td>
                  <Checkbox
                    checked={(edited === 'keep') !== exceptions.has(rowKey(conflict))}
                    onChange={() => onException(conflict)}
                  >
                    {t('undo.keepRow')}
                  </Checkbox>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Blank() {
  const { t } = useTranslation()
  return <span className="tertiary">{t('imports.undo.blank')}</span>
}
