import { Cascader, Input, Segmented } from 'antd'
import { useMemo } from 'react'
import { FieldInput } from '#renderer/components/field-input.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { CustomerKind, Gender } from '#shared/domain/customer.ts'
import type { FieldDefinition } from '#shared/domain/field.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import type { RegionNames } from '#shared/domain/region.ts'
import type { BatchCardField, BatchField } from './batch-value.ts'
import { regionOptions } from './region-picker.tsx'

type InputProps = {
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** What a day of the card is typed into. */
const dayField: FieldDefinition = {
  ...{ fieldId: 0, groupId: 0, code: null, name: null, valueKind: 'day', isRequired: false },
  ...{ defaultValue: null, options: [] },
}

/** The input that fits a field which many customers are to be given. */
export function BatchValueInput({ field, ...props }: InputProps & { readonly field: BatchField }) {
  if (field.of === 'own') return <OwnInput field={field.field} {...props} />
  return <CardInput field={field.field} {...props} />
}

function OwnInput({ id, field, value, onChange }: InputProps & { field: FieldDefinition }) {
  return (
    <div className="batch-line">
      <FieldInput id={id} field={field} onChange={onChange} {...enteredOf(value)} />
    </div>
  )
}

const enteredOf = (value: unknown) => (value === undefined ? {} : { value: value as FieldValue })

function CardInput({ field, ...props }: InputProps & { field: BatchCardField }) {
  const { tCode } = useTranslation()
  const { id, value, onChange } = props
  switch (field) {
    case 'region':
      return <RegionInput {...props} />
    case 'contactRefusedOn':
      return <OwnInput field={dayField} {...props} />
    case 'kind':
    case 'gender':
      return (
        <div className="batch-line">
          <Segmented
            id={id}
            value={(value as string | undefined) ?? ''}
            options={(field === 'kind' ? CustomerKind : Gender).options.map(code => ({
              value: code as string,
              label: tCode(`${field === 'kind' ? 'customer-kind' : 'gender'}.${code}`),
            }))}
            onChange={onChange}
          />
        </div>
      )
    default:
      return (
        <Input
          id={id}
          className="batch-input"
          maxLength={100}
          value={(value as string | undefined) ?? ''}
          onChange={event => onChange(event.target.value)}
        />
      )
  }
}

function RegionInput({ id, value, onChange }: InputProps) {
  const { t } = useTranslation()
  const { data: tree } = useRequest('customers.listRegions', {})
  const options = useMemo(() => regionOptions(tree ?? [], t('customers.region.directly')), [tree, t])
  const names = value as RegionNames | undefined
  const path = names ? [names.province, names.city, names.district].filter(name => name !== null) : []
  return (
    <Cascader
      id={id}
      className="batch-input"
      placeholder={t('customers.region.pick')}
      options={options}
      value={path}
      changeOnSelect
      showSearch
      onChange={next => {
        const [province, city, district] = (next ?? []) as string[]
        onChange(province ? { province, city: city || null, district: district ?? null } : undefined)
      }}
    />
  )
}
