import { Checkbox, Form, type FormInstance, type FormRule, Input, Segmented, Select } from 'antd'
import type { KeyboardEvent } from 'react'
import { FormField } from '#renderer/components/form-field.tsx'
import { zodRule } from '#renderer/components/zod-rule.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { parseBirthDate, parseDay } from '#shared/domain/birth-date-text.ts'
import { CardType, CustomerDraft, CustomerKind } from '#shared/domain/customer.ts'
import { type AddressRegions, carryRegion, pickRegion, type StoredRegions } from './address-regions.ts'
import { ContactFields } from './contact-fields.tsx'
import type { FormValues } from './form-values.ts'
import { IdNumberField } from './id-number-field.tsx'

type FormFieldsProps = {
  readonly form: FormInstance<FormValues>
  readonly customerId: number | null
  readonly today: string
  /** The stored resident ID number as it is shown. */
  readonly maskedIdNumber: string | null
  readonly storedRegions: StoredRegions
  readonly onOpenCustomer: (customerId: number) => void
  readonly onChange: () => void
}

/** A day after all that can be typed: tells what lies ahead from what cannot be read. */
const farDay = '9999-12-31'

function useRules(today: string) {
  const { t, tCode } = useTranslation()
  const rule = (key: keyof CustomerDraft) => zodRule(CustomerDraft, key, tCode)
  const birthOn: FormRule = {
    validator: async (_rule, typed: string | undefined) => {
      if (!typed?.trim() || parseBirthDate(typed, today) !== null) return
      const isAhead = parseBirthDate(typed, farDay) !== null
      throw new Error(t(isAhead ? 'customers.form.birthOn.ahead' : 'customers.form.birthOn.invalid'))
    },
  }
  const refusedOn: FormRule = {
    validator: async (_rule, typed: string | undefined) => {
      if (parseDay(typed ?? '', today) === null) throw new Error(t('customers.form.day.invalid'))
    },
  }
  return { rule, birthOn, refusedOn }
}

/** The card of a known customer: it is turned on its page, where a day and a reason belong to it. `value` is the form's. */
function CardNow({ value }: { value?: CardType }) {
  const { t } = useTranslation()
  return (
    <>
      {value && t(`card-type.${value}`)} <span className="small tertiary">{t('cards.form.hint')}</span>
    </>
  )
}

/** All fields of the card, in columns, labels above. */
export function FormFields(props: FormFieldsProps) {
  const { form, customerId, today, maskedIdNumber, storedRegions, onOpenCustomer, onChange } = props
  const { t, tCode } = useTranslation()
  const rules = useRules(today)
  const kind = Form.useWatch('kind', form)
  const isRefused = Form.useWatch('isRefused', form)
  const contact = { customerId, onOpenCustomer }
  const set = (values: Partial<FormValues>) => {
    form.setFieldsValue(values as never)
    onChange()
  }
  const picked = Form.useWatch('addressRegions', { form, preserve: true }) ?? {}
  const regions: AddressRegions = {
    stored: storedRegions,
    picked,
    onPick: (address, names) => set({ addressRegions: pickRegion(picked, address, names) }),
    onRewrite: (before, after) =>
      form.setFieldsValue({ addressRegions: carryRegion(picked, storedRegions, before, after) } as never),
  }
  const writeBirth = () => {
    const birthOn = parseBirthDate(form.getFieldValue('birthOn') ?? '', today)
    if (birthOn !== null) set({ birthOn })
  }
  const writeRefused = () => {
    const day = parseDay(form.getFieldValue('contactRefusedOn') ?? '', today)
    if (day !== null) set({ contactRefusedOn: day as string })
  }
  const writeToday = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !event.ctrlKey || event.key !== ';') return
    event.preventDefault()
    set({ contactRefusedOn: today })
  }
  return (
    <div className="customer-form-fields">
      <Form.Item name="kind" label={t('customers.form.kind')}>
        <Segmented
          options={CustomerKind.options.map(value => ({ value, label: tCode(`customer-kind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="cardType" label={t('field.cardType')}>
        {customerId === null ? (
          <Segmented
            options={CardType.options.map(value => ({ value, label: tCode(`card-type.${value}`) }))}
          />
        ) : (
          <CardNow />
        )}
      </Form.Item>
      <div className="customer-form-refused">
        <Form.Item name="isRefused" valuePropName="checked" label={t('customers.form.contact')}>
          <Checkbox
            onChange={event => {
              if (event.target.checked && !form.getFieldValue('contactRefusedOn'))
                set({ contactRefusedOn: today })
            }}
          >
            {t('customers.form.refused')}
          </Checkbox>
        </Form.Item>
        {isRefused && (
          <FormField
            name="contactRefusedOn"
            label={t('customers.form.refusedOn')}
            rule={rules.refusedOn}
            isRequired
          >
            <Input maxLength={40} onBlur={writeRefused} onKeyDown={writeToday} />
          </FormField>
        )}
      </div>
      <FormField name="name" label={t('import-field.name')} rule={rules.rule('name')} isRequired>
        <Input maxLength={200} autoFocus />
      </FormField>
      {kind !== 'company' && (
        <Form.Item name="gender" label={t('import-field.gender')}>
          <Segmented
            options={[
              { value: 'female', label: t('gender.female') },
              { value: 'male', label: t('gender.male') },
              { value: 'none', label: t('customers.form.gender.none') },
            ]}
          />
        </Form.Item>
      )}
      {kind !== 'company' && (
        <FormField name="birthOn" label={t('customers.column.birthOn')} rule={rules.birthOn}>
          <Input maxLength={40} placeholder={t('customers.form.birthOn.hint')} onBlur={writeBirth} />
        </FormField>
      )}
      <FormField name="occupation" label={t('import-field.occupation')} rule={rules.rule('occupation')}>
        <Input maxLength={100} />
      </FormField>
      <ContactFields
        kind="phone"
        label={t('customers.form.phone')}
        addLabel={t('customers.form.addPhone')}
        {...contact}
      />
      <ContactFields
        kind="wechat"
        label={t('customers.form.wechat')}
        addLabel={t('customers.form.addWechat')}
        {...contact}
      />
      <div className="customer-form-wide">
        <ContactFields
          kind="address"
          label={t('customers.form.address')}
          addLabel={t('customers.form.addAddress')}
          regions={regions}
          {...contact}
        />
      </div>
      <ContactFields
        kind="email"
        label={t('customers.form.email')}
        addLabel={t('customers.form.addEmail')}
        {...contact}
      />
      <FormField name="source" label={t('import-field.source')} rule={rules.rule('source')}>
        <Input maxLength={100} />
      </FormField>
      <div className="customer-form-wide">
        <FormField name="tags" label={t('customers.column.tags')} rule={rules.rule('tags')}>
          <Select
            mode="tags"
            open={false}
            suffixIcon={null}
            placeholder={t('customers.form.tags.hint')}
            tokenSeparators={[',', '，', '、', ';', '；']}
          />
        </FormField>
      </div>
      <div className="customer-form-full">
        <FormField name="note" label={t('field.note')} rule={rules.rule('note')}>
          <Input.TextArea rows={3} maxLength={10_000} />
        </FormField>
      </div>
      {kind !== 'company' && <IdNumberField masked={maskedIdNumber} />}
    </div>
  )
}
