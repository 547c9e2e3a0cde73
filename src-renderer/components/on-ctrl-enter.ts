import type { KeyboardEvent } from 'react'

/** For `onKeyDown` of a dialog's form: Ctrl+Enter does what its button does. A key that is being composed is the input method's. */
export const onCtrlEnter = (act: () => unknown) => (event: KeyboardEvent) => {
  if (event.nativeEvent.isComposing || event.keyCode === 229) return
  if (!event.ctrlKey || event.key !== 'Enter') return
  event.preventDefault()
  act()
}
