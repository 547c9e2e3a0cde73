import { useEffect, useRef } from 'react'

/**
 * Ctrl+Enter imports, from anywhere on the page, since the grid keeps Tab to itself; not from behind a dialog. A key that is
 * being composed is not ours.
 */
export function useImportKey(onPress: () => void): void {
  const newest = useRef(onPress)
  useEffect(() => {
    newest.current = onPress
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229) return
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) return
      event.preventDefault()
      newest.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
