import { Input } from 'antd'
import { useId } from 'react'
import { DefinitionList } from '#renderer/components/definition-list.tsx'
import { FieldInput } from '#renderer/components/field-input.tsx'
import { fieldValueText } from '#renderer/components/field-value-text.ts'
import { fieldName } from '#renderer/components/field-words.ts'
import { formatPhone } from '#renderer/i18n/format-phone.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import type { FieldDefinition } from '#shared/domain/field.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import type { CustomerFile } from '#shared/domain/report.ts'

type AnswerBoxProps = {
  readonly field: FieldDefinition
  /** What the file holds. */
  readonly known: FieldValue | undefined
  /** What was answered: null where the box was emptied, undefined where nothing was typed. */
  readonly answer: FieldValue | null | undefined
  readonly onChange: (answer: FieldValue | null) => void
}

/** The box of one answer; it begins with what the file holds, which stays in sight while another answer is typed. */
export function AnswerBox({ field, known, answer, onChange }: AnswerBoxProps) {
  const { currency } = useOpenArchive()
  const words = { ...useTranslation(), currency }
  const id = useId()
  const value = answer === undefined ? known : (answer ?? undefined)
  const isOther = known !== undefined && JSON.stringify(value) !== JSON.stringify(known)
  return (
    <div className="call-answer">
      <label htmlFor={id}>{fieldName(field, words)}</label>
      <FieldInput
        field={field}
        id={id}
        onChange={next => onChange(next ?? null)}
        {...(value === undefined ? {} : { value })}
      />
      {isOther && (
        <div className="small secondary selectable">
          {words.t('calls.inFile', { value: fieldValueText(field, known, words) })}
        </div>
      )}
    </div>
  )
}

/** What the file says of who it is, to be compared on the phone. */
export function KnownContacts({ file }: { file: CustomerFile }) {
  const { t, tCode } = useTranslation()
  const points = file.contactPoints.filter(({ kind }) => kind === 'phone' || kind === 'email')
  if (points.length === 0) return <p className="tertiary">{t('calls.noContacts')}</p>
  return (
    <DefinitionList
      items={points.map(({ kind, value }) => ({
        key: `${kind} ${value}`,
        term: tCode(`contact-point.${kind}`),
        value: <span className="num selectable">{kind === 'phone' ? formatPhone(value) : value}</span>,
      }))}
    />
  )
}

/** The remarks of a call: whatever no field takes. */
export function RemarksBox(props: { readonly value: string; readonly onChange: (remarks: string) => void }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="call-answer">
      <label htmlFor={id}>{t('calls.note')}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 3, maxRows: 8 }}
        maxLength={2000}
        placeholder={t('calls.note.hint')}
        value={props.value}
        onChange={event => props.onChange(event.target.value)}
      />
    </div>
  )
}
