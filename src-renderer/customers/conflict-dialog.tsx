import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { fieldValueText } from '#renderer/components/field-value-text.ts'
import { fieldName } from '#renderer/components/field-words.ts'
import { formatPhone } from '#renderer/i18n/format-phone.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { CustomerDraft } from '#shared/domain/customer.ts'
import type { FieldDefinition, FieldGroup } from '#shared/domain/field.ts'
import type { MessageKey } from '#shared/i18n/messages.zh-CN.ts'
import { type Choice, type DraftField, ownFieldKey, ownFieldValue } from './rebase-draft.ts'
import { regionText } from './region-words.ts'

const fieldNames: Readonly<Record<Exclude<DraftField, `field:${string}`>, MessageKey>> = {
  kind: 'customers.form.kind',
  cardType: 'field.cardType',
  name: 'import-field.name',
  gender: 'import-field.gender',
  birthOn: 'customers.column.birthOn',
  idNumber: 'import-field.idNumber',
  occupation: 'import-field.occupation',
  source: 'import-field.source',
  note: 'field.note',
  contactRefusedOn: 'field.contactRefusedOn',
  contactPoints: 'customers.details.contact',
  tags: 'customers.column.tags',
}

type Words = Translation & { readonly currency: CurrencyCode }

const findOwn = (groups: readonly FieldGroup[], field: DraftField): FieldDefinition | undefined => {
  const key = ownFieldKey(field)
  return groups.flatMap(group => group.fields).find(one => String(one.fieldId) === key)
}

function nameOf(field: DraftField, groups: readonly FieldGroup[], words: Words): string {
  const own = findOwn(groups, field)
  return own ? fieldName(own, words) : words.tCode(fieldNames[field as keyof typeof fieldNames])
}

function ownLines(
  draft: CustomerDraft,
  field: DraftField,
  own: FieldDefinition,
  words: Words,
): readonly string[] {
  const value = ownFieldValue(draft, field)
  return [value === undefined ? words.t('customers.conflict.empty') : fieldValueText(own, value, words)]
}

/** A value of the default card in words, one line for each of several. */
function linesOf(
  draft: CustomerDraft,
  field: keyof typeof fieldNames,
  { t, tCode }: Words,
): readonly string[] {
  if (field === 'contactPoints')
    return draft.contactPoints.map(({ kind, value, correctedRegion }) =>
      [kind === 'phone' ? formatPhone(value) : value, correctedRegion && regionText(correctedRegion)]
        .filter(part => part)
        .join(' · '),
    )
  if (field === 'tags') return draft.tags
  const value = draft[field]
  if (value === null || value === '') return [t('customers.conflict.empty')]
  if (field === 'kind') return [tCode(`customer-kind.${value}`)]
  if (field === 'cardType') return [tCode(`card-type.${value}`)]
  return [field === 'gender' ? tCode(`gender.${value}`) : value]
}

type ConflictDialogProps = {
  readonly mine: CustomerDraft
  readonly stored: CustomerDraft
  readonly fields: readonly DraftField[]
  readonly groups: readonly FieldGroup[]
  readonly onChoose: (choices: Readonly<Partial<Record<DraftField, Choice>>>) => void
  readonly onCancel: () => void
}

/** Both values of every field that was changed here and elsewhere, to choose from. */
export function ConflictDialog({ mine, stored, fields, groups, onChoose, onCancel }: ConflictDialogProps) {
  const { currency } = useOpenArchive()
  const words = { ...useTranslation(), currency }
  const { t } = words
  const lines = (draft: CustomerDraft, field: DraftField) => {
    const own = findOwn(groups, field)
    return own ? ownLines(draft, field, own, words) : linesOf(draft, field as keyof typeof fieldNames, words)
  }
  const [choices, setChoices] = useState<Readonly<Partial<Record<DraftField, Choice>>>>({})
  const choose = (field: DraftField, choice: Choice) => setChoices(before => ({ ...before, [field]: choice }))
  return (
    <Modal
      open
      title={t('customers.conflict.title')}
      width={640}
      okText={t('customers.conflict.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ autoFocus: true }}
      onOk={() => onChoose(choices)}
      onCancel={onCancel}
    >
      <p>{t('customers.conflict.text')}</p>
      {fields.map(field => (
        <fieldset key={field} className="conflict-field">
          <legend>{nameOf(field, groups, words)}</legend>
          <Radio.Group
            className="conflict-choices"
            value={choices[field] ?? 'mine'}
            onChange={event => choose(field, event.target.value as Choice)}
          >
            <Radio value="mine">
              <ConflictValue title={t('customers.conflict.mine')} lines={lines(mine, field)} />
            </Radio>
            <Radio value="theirs">
              <ConflictValue title={t('customers.conflict.theirs')} lines={lines(stored, field)} />
            </Radio>
          </Radio.Group>
        </fieldset>
      ))}
    </Modal>
  )
}

function ConflictValue({ title, lines }: { title: string; lines: readonly string[] }) {
  const { t } = useTranslation()
  const shown = lines.length > 0 ? lines : [t('customers.conflict.empty')]
  return (
    <>
      <span className="small tertiary">{title}</span>
      {shown.map(line => (
        <span key={line} className="conflict-value">
          {line}
        </span>
      ))}
    </>
  )
}
