import { CloseOutlined } from '@ant-design/icons'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'

export type Toast = {
  readonly text: string
  /** The way back, usually 撤销. */
  readonly action?: { readonly label: string; readonly onClick: () => void }
}

const shownMs = 6000
const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** Says what is done, bottom left over the status bar; one at a time, 6 s, longer while pointed at. Never for errors. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext)
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<{ toast: Toast; number: number } | null>(null)
  const show = useCallback(
    (toast: Toast) => setShown(before => ({ toast, number: (before?.number ?? 0) + 1 })),
    [],
  )
  const close = useCallback(() => setShown(null), [])
  return (
    <ToastContext value={show}>
      {children}
      <output aria-live="polite" className="toast-place">
        {shown && <ToastView key={shown.number} toast={shown.toast} onClose={close} />}
      </output>
    </ToastContext>
  )
}

function ToastView({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const { t } = useTranslation()
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(onClose, shownMs)
    return () => clearTimeout(timer)
  }, [isHeld, onClose])
  const act = () => {
    onClose()
    toast.action?.onClick()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing or focusing only keeps the text on the screen
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.action && (
        <button type="button" className="link" onClick={act}>
          {toast.action.label}
        </button>
      )}
      <button type="button" className="icon-button" aria-label={t('common.close')} onClick={onClose}>
        <CloseOutlined />
      </button>
    </div>
  )
}
