import { useEffect, useRef, useState } from 'react'

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** A part of a page that takes files for itself. */
type FileTaker = { readonly take: (files: File[]) => void; readonly setOver: (isOver: boolean) => void }

const takers = new Map<Element, FileTaker>()

function takerUnder({ target }: DragEvent): FileTaker | undefined {
  if (!(target instanceof Node)) return undefined
  for (const [element, taker] of takers) if (element.contains(target)) return taker
  return undefined
}

/** Takes files that are dropped onto one part of a page, which then do not go to the window; says whether some are over it. */
export function usePartFileDrop(onFiles: ((files: File[]) => void) | undefined) {
  const ref = useRef<HTMLDivElement>(null)
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element || !onFiles) return
    takers.set(element, { take: onFiles, setOver })
    return () => void takers.delete(element)
  }, [onFiles])
  return { ref, isOver }
}

/**
 * Takes files that are dropped anywhere on the window, and says whether some are being dragged over it. Without `onFiles` a drop
 * does nothing. In both cases the window never leaves its page for a dropped file.
 */
export function useWindowFileDrop(onFiles: ((files: File[]) => void) | undefined): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    let depth = 0
    let taker: FileTaker | undefined
    const goOver = (next: FileTaker | undefined) => {
      if (next !== taker) taker?.setOver(false)
      taker = next
      taker?.setOver(true)
      setOver(depth > 0 && !taker)
    }
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth += 1
      goOver(takerUnder(event))
    }
    const leave = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) goOver(undefined)
    }
    const over = (event: DragEvent) => {
      event.preventDefault()
      const takes = holdsFiles(event) && (takerUnder(event)?.take ?? onFiles)
      if (event.dataTransfer) event.dataTransfer.dropEffect = takes ? 'copy' : 'none'
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      depth = 0
      goOver(undefined)
      const files = [...(event.dataTransfer?.files ?? [])]
      const take = takerUnder(event)?.take ?? onFiles
      if (files.length > 0) take?.(files)
    }
    const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop }
    for (const [name, listener] of Object.entries(listeners))
      window.addEventListener(name, listener as EventListener)
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        window.removeEventListener(name, listener as EventListener)
    }
  }, [onFiles])
  return isOver && onFiles !== undefined
}
