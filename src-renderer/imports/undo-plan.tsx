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

/** As many as the plan itself lists. */
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

function StayingList({ plan }: Pick<UndoPlanProps, 'plan'>) {
  const { t } = useTranslation()
  const [page, setPage] = useState(0)
  const more = useLaterItems(plan.importBatchId, page)
  if (plan.customersStaying === 0) return null
  const staying = more?.staying ?? plan.staying
  return (
    <details className="small secondary">
      <summary>{t('undo.staying', { count: plan.customersStaying })}</summary>
      {staying.map(({ customerId, label, orderCount }) => (
        <div key={customerId}>
          {orderCount === 0 ? label : t('undo.stayingOrders', { label, count: orderCount })}
        </div>
      ))}
      <Pager page={page} shown={staying.length} total={plan.customersStaying} onPage={setPage} />
    </details>
  )
}

/** A page of both lists after the first, which the plan holds; undefined for that one and until it is there. */
function useLaterItems(importBatchId: number, page: number) {
  const request = { importBatchId, start: pageSize * page, count: pageSize }
  const { data } = useRequest('imports.undoItems', request, { isEnabled: page > 0 })
  return page > 0 ? data : undefined
}

type PagerProps = {
  readonly page: number
  /** How many the page lists. */
  readonly shown: number
  readonly total: number
  readonly onPage: (page: number) => void
}

/** How far a list goes, and the ways to its next and former page. */
function Pager({ page, shown, total, onPage }: PagerProps) {
  const { t } = useTranslation()
  if (total <= pageSize) return null
  const listedTo = Math.min(total, pageSize * page + shown)
  return (
    <div className="row small tertiary">
      <span className="num">
        {formatNumber(listedTo)} / {formatNumber(total)}
      </span>
      {page > 0 && <LinkButton onClick={() => onPage(page - 1)}>{t('undo.previous')}</LinkButton>}
      {listedTo < total && (
        <LinkButton onClick={() => onPage(page + 1)}>
          {t('undo.more', { count: Math.min(pageSize, total - listedTo) })}
        </LinkButton>
      )}
    </div>
  )
}

function Conflicts(props: UndoPlanProps) {
  const { plan, edited, onEdited } = props
  const { t } = useTranslation()
  const { conflictCount } = plan
  const [page, setPage] = useState(0)
  const conflicts = useLaterItems(plan.importBatchId, page)?.conflicts ?? plan.conflicts
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
      <Pager page={page} shown={conflicts.length} total={conflictCount} onPage={setPage} />
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
