import { Input, Select } from 'antd'
import { useId, useMemo, useState } from 'react'
import { FieldInput } from '#renderer/components/field-input.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { FilterKind } from '#shared/domain/customer-filter.ts'
import type { FieldDefinition } from '#shared/domain/field.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import type { RegionTree } from '#shared/domain/region.ts'
import type { ConditionDraft } from './filter-draft.ts'
import { type Choice, type FilterWords, regionLabel } from './use-filter-words.ts'

type InputProps = {
  readonly kind: FilterKind
  readonly draft: ConditionDraft
  readonly words: FilterWords
  readonly onChange: (draft: ConditionDraft) => void
}

/** What a number, an amount or a day is typed into. */
const typedField = (valueKind: FieldDefinition['valueKind']): FieldDefinition => ({
  ...{ fieldId: 0, groupId: 0, code: null, name: null, valueKind, isRequired: false },
  ...{ defaultValue: null, options: [] },
})

/** The inputs that fit how a field is tested. */
export function FilterValueInput(props: InputProps) {
  const { draft, kind, onChange } = props
  const { t } = useTranslation()
  switch (draft.test) {
    case 'filled':
    case 'empty':
      return <span className="grow" />
    case 'any-of':
    case 'all-of':
    case 'none-of':
      return draft.field === 'region' ? <RegionInput {...props} /> : <ChoicesInput {...props} />
    case 'number-between':
      return <RangeInput {...props} valueKind={kind === 'money' ? 'money' : 'number'} />
    case 'day-between':
      return <RangeInput {...props} valueKind="day" />
    case 'last-days':
    case 'not-last-days':
    case 'next-days':
      return (
        <span className="filter-line-range grow">
          <TypedInput
            label={t('filter.days')}
            valueKind="number"
            value={draft.days}
            onChange={days => onChange({ ...draft, days })}
          />
        </span>
      )
    default:
      return (
        <Input
          className="grow"
          aria-label={t('filter.value')}
          maxLength={200}
          value={typeof draft.text === 'string' ? draft.text : ''}
          onChange={event => onChange({ ...draft, text: event.target.value })}
        />
      )
  }
}

type TypedProps = {
  readonly label: string
  readonly valueKind: FieldDefinition['valueKind']
  readonly value: unknown
  readonly onChange: (value: FieldValue | undefined) => void
}

function TypedInput({ label, valueKind, value, onChange }: TypedProps) {
  const id = useId()
  const given = value === undefined || value === null ? {} : { value: value as FieldValue }
  return (
    <span className="filter-typed">
      <label className="secondary nowrap" htmlFor={id}>
        {label}
      </label>
      <FieldInput id={id} field={typedField(valueKind)} onChange={onChange} {...given} />
    </span>
  )
}

function RangeInput({ draft, onChange, valueKind }: InputProps & Pick<TypedProps, 'valueKind'>) {
  const { t } = useTranslation()
  return (
    <span className="filter-line-range grow">
      <TypedInput
        label={t('filter.from')}
        valueKind={valueKind}
        value={draft.from}
        onChange={from => onChange({ ...draft, from: from ?? null })}
      />
      <TypedInput
        label={t('filter.to')}
        valueKind={valueKind}
        value={draft.to}
        onChange={to => onChange({ ...draft, to: to ?? null })}
      />
    </span>
  )
}

function ChoicesInput(props: InputProps) {
  return <SeveralInput {...props} options={props.words.choicesOf(props.draft.field)} />
}

function RegionInput(props: InputProps) {
  const { data: tree } = useRequest('customers.listRegions', {})
  const options = useMemo(() => regionChoices(tree ?? []), [tree])
  return <SeveralInput {...props} options={options} shortLabel={regionLabel} />
}

type SeveralProps = InputProps & {
  readonly options: readonly Choice[]
  readonly shortLabel?: (value: string) => string
}

/** Values to choose from. The list closes with each choice: Tab would take the last one back while it is open. */
function SeveralInput({ draft, onChange, options, shortLabel }: SeveralProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <Select
      className="grow"
      aria-label={t('filter.value')}
      mode="multiple"
      optionFilterProp="label"
      open={isOpen}
      onOpenChange={setOpen}
      value={(draft.values as (string | number)[] | undefined) ?? []}
      options={[...options]}
      {...(shortLabel ? { labelRender: ({ value }) => shortLabel(String(value)) } : {})}
      onChange={values => {
        onChange({ ...draft, values })
        setOpen(false)
      }}
    />
  )
}

/** Every province, city and district with its way there, so that typing any part of a name finds it. */
function regionChoices(tree: RegionTree) {
  const choice = (...parts: string[]) => ({
    value: parts.join('/'),
    label: parts.filter((part, at) => part !== '' && part !== parts[at - 1]).join(' '),
  })
  return tree.flatMap(({ name, cities }) => [
    choice(name),
    ...cities.flatMap(city => [
      ...(city.name === '' || city.name === name ? [] : [choice(name, city.name)]),
      ...city.districts.map(district => choice(name, city.name, district)),
    ]),
  ])
}
