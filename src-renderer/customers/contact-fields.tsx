import { Form, Input } from 'antd'
import { type ComponentType, type ReactNode, useState } from 'react'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ContactPointKind } from '#shared/domain/customer.ts'
import { toPhoneKey } from '#shared/domain/text.ts'
import type { AddressRegions } from './address-regions.ts'
import { PhoneNotes } from './phone-notes.tsx'
import { RegionPicker } from './region-picker.tsx'

/** What is said about a value once its field was left. */
type NotesProps = {
  readonly value: string
  readonly customerId: number | null
  readonly onOpenCustomer: (customerId: number) => void
}

type ContactFieldsProps = Omit<NotesProps, 'value'> & {
  readonly kind: ContactPointKind
  readonly label: string
  readonly addLabel: string
  /** Of addresses: where they are. */
  readonly regions?: AddressRegions
}

const longest = 500
const notesOf: Readonly<Partial<Record<ContactPointKind, ComponentType<NotesProps>>>> = {
  phone: PhoneNotes,
  email: EmailNotes,
}

/** One or several phones, addresses, e-mails or WeChat names. The first one is the one shown first. */
export function ContactFields({ kind, label, addLabel, regions, ...notes }: ContactFieldsProps) {
  const values: readonly (string | undefined)[] | undefined = Form.useWatch(kind)
  const hasRoom = values?.some(value => !value?.trim())
  return (
    <Form.List name={kind}>
      {(fields, { add, remove }) => (
        <div className="contact-fields">
          {fields.map((field, index) => (
            <Form.Item
              key={field.key}
              name={field.name}
              label={index === 0 ? label : undefined}
              className="contact-field"
            >
              <ContactInput
                kind={kind}
                label={label}
                notes={notes}
                regions={regions}
                onRemove={fields.length > 1 ? () => remove(field.name) : undefined}
              />
            </Form.Item>
          ))}
          {!hasRoom && (
            <span className="contact-fields-add small">
              <LinkButton onClick={() => add('')}>{addLabel}</LinkButton>
            </span>
          )}
        </div>
      )}
    </Form.List>
  )
}

type ContactInputProps = {
  readonly kind: ContactPointKind
  readonly label: string
  readonly notes: Omit<NotesProps, 'value'>
  readonly regions: AddressRegions | undefined
  readonly onRemove: (() => void) | undefined
  /** Given by the form. */
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
}

function ContactInput({
  kind,
  label,
  notes,
  regions,
  onRemove,
  id,
  value = '',
  onChange,
}: ContactInputProps): ReactNode {
  const { t } = useTranslation()
  // Looked at when the field is left, not while it is written in; a whole phone number at once, for then it is known.
  const [left, setLeft] = useState<string | null>(null)
  const [looked, setLooked] = useState(value)
  const Notes = notesOf[kind]
  const isLooked = left === value || (kind === 'phone' && isWholePhone(value))
  return (
    <>
      <div className="row">
        <Input
          {...(id === undefined ? {} : { id })}
          className="grow"
          value={value}
          maxLength={longest}
          aria-label={label}
          inputMode={kind === 'phone' ? 'tel' : 'text'}
          onChange={event => {
            regions?.onRewrite(value, event.target.value)
            onChange?.(event.target.value)
          }}
          onBlur={() => {
            setLeft(value)
            setLooked(value)
          }}
        />
        {onRemove && (
          <LinkButton onClick={onRemove} hint={t('customers.form.removeValue', { value: value || label })}>
            {t('common.remove')}
          </LinkButton>
        )}
      </div>
      {Notes && isLooked && value.trim() !== '' && <Notes value={value} {...notes} />}
      {regions && value.trim() !== '' && (
        <RegionPicker
          address={looked.trim()}
          stored={regions.stored.get(value.trim())}
          picked={regions.picked[value]}
          onPick={names => regions.onPick(value, names)}
        />
      )}
    </>
  )
}

/** A mobile number with all its digits. */
function isWholePhone(typed: string): boolean {
  return toPhoneKey(typed).length === 11
}

const plausibleEmail = /^[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+$/

function EmailNotes({ value }: NotesProps) {
  const { t } = useTranslation()
  if (plausibleEmail.test(value.trim())) return null
  return <div className="field-warning small">{t('customers.form.email.odd')}</div>
}
