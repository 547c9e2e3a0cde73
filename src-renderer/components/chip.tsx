import type { ReactNode } from 'react'

/** A choice that is on or off. */
export function ChoiceChip(props: { children: ReactNode; isOn: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      className={props.isOn ? 'chip is-on' : 'chip'}
      aria-pressed={props.isOn}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  )
}
