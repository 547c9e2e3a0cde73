import { Select } from 'antd'
import { useState } from 'react'

type PickOrNameProps = {
  readonly label: string
  /** Undefined while nothing is chosen. */
  readonly value: string | undefined
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  /** What a name that is not in the list yet is offered as. */
  readonly newLabel: (name: string) => string
  readonly placeholder?: string
  readonly maxLength: number
  readonly isAsked?: boolean
  readonly onPick: (value: string) => void
}

/** A choice among known names that also takes a new one, typed. */
export function PickOrName(props: PickOrNameProps) {
  const { value, choices, onPick } = props
  const [typed, setTyped] = useState('')
  const name = typed.trim().slice(0, props.maxLength)
  const isKnown = choices.some(choice => choice.label === name || choice.value === name)
  const current = value !== undefined && !choices.some(choice => choice.value === value)
  const options = [
    ...choices,
    ...(current ? [{ value, label: value }] : []),
    ...(name === '' || isKnown || name === value ? [] : [{ value: name, label: props.newLabel(name) }]),
  ]
  return (
    <Select
      size="small"
      aria-label={props.label}
      className="import-pick"
      popupMatchSelectWidth={false}
      showSearch={{
        onSearch: setTyped,
        filterOption: (input, option) => {
          const text = input.trim().toLowerCase()
          return String(option?.label).toLowerCase().includes(text) || option?.value === input.trim()
        },
      }}
      {...(props.isAsked ? { status: 'warning' } : {})}
      {...(value === undefined ? {} : { value })}
      placeholder={props.placeholder}
      options={options}
      onChange={picked => {
        setTyped('')
        onPick(picked)
      }}
    />
  )
}
