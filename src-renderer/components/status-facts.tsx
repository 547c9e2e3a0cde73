import { createContext, type ReactNode, useContext, useState } from 'react'
import { createPortal } from 'react-dom'

type Place = { readonly element: Element | null; readonly setElement: (element: Element | null) => void }

const PlaceContext = createContext<Place>({ element: null, setElement: () => {} })

/** Holds the place of the status bar's left half for the pages inside. */
export function StatusFactsProvider({ children }: { children: ReactNode }) {
  const [element, setElement] = useState<Element | null>(null)
  return <PlaceContext value={{ element, setElement }}>{children}</PlaceContext>
}

/** Where the facts of the page appear; stands in the status bar once. */
export function StatusFactsPlace() {
  const { setElement } = useContext(PlaceContext)
  return <div ref={setElement} className="row clip" />
}

/** What a page says about itself in the status bar: rows shown, sum and mean of a selection. Each fact is a span. */
export function StatusFacts({ children }: { children: ReactNode }) {
  const { element } = useContext(PlaceContext)
  return element ? createPortal(children, element) : null
}
