import type { ReactNode } from 'react'

/** Bottom of the window: facts about the page at the left; backup and offline state, always there, at the right. */
export function StatusBar({ facts, state }: { facts?: ReactNode; state?: ReactNode }) {
  return (
    <footer className="status-bar">
      <div className="status-bar-facts">{facts}</div>
      <div className="status-bar-state">{state}</div>
    </footer>
  )
}
