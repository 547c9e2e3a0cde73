import type { Bridge, PrintBridge } from '#shared/contract/bridge.ts'

declare global {
  interface Window {
    /** What the preload script offers to every window of the program. */
    readonly kehu: Bridge
    /** What the preload script offers to the hidden window that a report is laid out in, and nothing else. */
    readonly kehuPrint: PrintBridge
  }
}

/** The way to main. */
export function getBridge(): Bridge {
  return window.kehu
}
