import { useQueries } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { requestOptions, useRequest } from '#renderer/ipc/use-request.ts'
import { textsWithoutOne } from './search-text.ts'

/** A text is asked at once; what follows faster than this is asked together. */
const settleMs = 40
const shownHits = 50

/** A text, at most one in so long; a text that becomes empty is empty at once. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  const askedAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const ask = () => {
      askedAt.current = performance.now()
      setSettled(text)
    }
    const waitMs = askedAt.current + settleMs - performance.now()
    if (waitMs <= 0) return ask()
    const timer = setTimeout(ask, waitMs)
    return () => clearTimeout(timer)
  }, [text])
  return text === '' ? '' : settled
}

/**
 * The hits of a text. While a newer text is being answered the last hits stay; an answer that comes late is kept under its own text
 * and never shown for another.
 */
export function useSearch(text: string) {
  const asked = useSettled(text.trim())
  const isEnabled = asked !== ''
  const { data, error, isPlaceholderData } = useRequest(
    'search.customers',
    { text: asked, limit: shownHits },
    { isEnabled, keepsPrevious: true },
  )
  const found = isEnabled ? data : undefined
  const isNothingFound = found?.total === 0 && !isPlaceholderData
  // Hits that are shown may still be those of the text before; Enter waits until they are not.
  const isAnswered = !isPlaceholderData && (data !== undefined || error !== null)
  const isCurrent = asked === text.trim() && (!isEnabled || isAnswered)
  return { asked, found, error: isEnabled ? error : null, isNothingFound, isCurrent }
}

/** What would be found with one term fewer, most first; asked only after nothing was found. */
export function useSearchWithoutOne(text: string, isNothingFound: boolean) {
  const texts = isNothingFound ? textsWithoutOne(text) : []
  const answers = useQueries({
    queries: texts.map(({ text: fewer }) => requestOptions('search.customers', { text: fewer, limit: 1 })),
  })
  return texts
    .map((fewer, index) => ({ ...fewer, total: answers[index]?.data?.total ?? 0 }))
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total)
}
