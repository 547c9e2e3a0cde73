/** True while a dialog is open over the page: keys are then the dialog's. antd keeps closed dialogs in the page, without a size. */
export function hasOpenDialog(): boolean {
  return [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].some(
    dialog => dialog.getClientRects().length > 0,
  )
}
