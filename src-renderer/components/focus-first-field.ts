const fields = 'input:enabled:not([type="radio"]), input[type="radio"]:enabled:checked, textarea:enabled'

/**
 * For a dialog's `afterOpenChange`: the keyboard begins in its first field, or in the first button of its foot where there is none,
 * instead of on the cross that closes it.
 */
export function focusFirstField(isOpen: boolean): void {
  if (!isOpen) return
  const dialog = [...document.querySelectorAll('.ant-modal')].at(-1)
  const first =
    dialog?.querySelector<HTMLElement>(`.ant-modal-body :is(${fields})`) ??
    dialog?.querySelector<HTMLElement>('.ant-modal-footer button')
  first?.focus()
}
