import { Select } from 'antd'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { FieldOption } from '#shared/domain/field.ts'
import { optionName } from './field-words.ts'

type CollectionSelectProps = {
  /** The field whose choices these are: from where facts were collected, or by which method. */
  readonly code: 'collection-source' | 'collection-method'
  readonly label: string
  readonly value: number | null
  readonly onChange: (optionId: number | null) => void
  readonly className?: string
  /** Instead of the label, where that stands beside it. */
  readonly placeholder?: string
}

/** Where a two-level name is parted: 直接渠道 › 调查. */
const levelMark = ' › '

/** From where or how something became known, as the archive's own list says it; channels stand under their group. */
export function CollectionSelect({
  code,
  label,
  value,
  onChange,
  className,
  placeholder,
}: CollectionSelectProps) {
  const { data } = useRequest('fields.list', {})
  const words = useTranslation()
  const field = data?.groups.flatMap(group => group.fields).find(one => one.code === code)
  const nameOf = (option: FieldOption) => optionName(field ?? { code }, option, words)
  const shown = (field?.options ?? []).filter(option => !option.isHidden || option.optionId === value)
  return (
    <Select<number>
      aria-label={label}
      placeholder={placeholder ?? label}
      value={value}
      allowClear
      showSearch={{ optionFilterProp: 'name' }}
      popupMatchSelectWidth={false}
      options={groupedOptions(shown.map(option => ({ value: option.optionId, name: nameOf(option) })))}
      labelRender={({ value: optionId }) => {
        const option = field?.options.find(one => one.optionId === optionId)
        return option ? nameOf(option) : ''
      }}
      onChange={optionId => onChange(optionId ?? null)}
      {...(className ? { className } : {})}
    />
  )
}

type Named = { readonly value: number; readonly name: string }

function groupedOptions(options: readonly Named[]) {
  const groups = new Map<string, { value: number; name: string; label: string }[]>()
  const alone: { value: number; name: string; label: string }[] = []
  for (const { value, name } of options) {
    const [group = '', rest] = name.split(levelMark)
    if (rest === undefined) {
      alone.push({ value, name, label: name })
      continue
    }
    groups.set(group, [...(groups.get(group) ?? []), { value, name, label: rest }])
  }
  return [...alone, ...[...groups].map(([label, children]) => ({ label, options: children }))]
}
