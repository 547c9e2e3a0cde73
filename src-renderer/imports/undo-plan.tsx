import { Radio } from 'antd'
import { Note } from '#renderer/components/note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import type { UndoPreview } from '#shared/domain/import-undo.ts'
import { changedField, changedValue } from './changed-value.ts'

/** What happens to values that were edited since the import. */
export type EditedChoice = 'keep' | 'revert'

type UndoPlanProps = {
  readonly plan: UndoPreview
  readonly edited: EditedChoice | null
  readonly onEdited: (edited: EditedChoice) => void
}

/** What taking back an import would do, in numbers, and the values that were edited since. */
export function UndoPlan({ plan, edited, onEdited }: UndoPlanProps) {
  const { t } = useTranslation()
  const sentences = [
    sentenceKey('removes', plan.customersRemoved, plan.ordersRemoved),
    sentenceKey('restores', plan.customersRestored, plan.ordersRestored),
  ].flatMap(sentence => (sentence ? [t(sentence.key, sentence.values)] : []))
  if (plan.customersStaying > 0) sentences.push(t('imports.undo.stays', { count: plan.customersStaying }))
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
      {conflictCount > 0 && <Conflicts plan={plan} edited={edited} onEdited={onEdited} />}
    </>
  )
}

/** The sentence that names what there is, and leaves out what is none. */
function sentenceKey(what: 'removes' | 'restores', customers: number, orders: number) {
  if (customers + orders === 0) return null
  const which = orders === 0 ? 'customers' : customers === 0 ? 'orders' : 'both'
  return { key: `imports.undo.${what}.${which}`, values: { customers, orders } } as const
}

function Conflicts({ plan, edited, onEdited }: UndoPlanProps) {
  const { t } = useTranslation()
  const { conflictCount, conflicts } = plan
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
      <ConflictTable conflicts={conflicts} />
      {conflicts.length < conflictCount && (
        <div className="small tertiary">{t('imports.undo.listed', { count: conflicts.length })}</div>
      )}
    </>
  )
}

function ConflictTable({ conflicts }: Pick<UndoPreview, 'conflicts'>) {
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
          </tr>
        </thead>
        <tbody>
          {conflicts.map(conflict => (
            <tr key={`${conflict.customerId} ${conflict.label} ${conflict.field}`}>
              <td>{conflict.label}</td>
              <td>{changedField(words, conflict.field)}</td>
              <td>{value(conflict.field, conflict.now)}</td>
              <td>{value(conflict.field, conflict.before)}</td>
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
