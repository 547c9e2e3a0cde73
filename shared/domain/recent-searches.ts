/** So many texts that were searched for are offered again. Free of zod: the window needs it before any schema. */
export const keptSearches = 5

/**
 * Puts a text before those that were searched for earlier: each once, the newest first, five at most.
 *
 * Example: withSearch(['a', 'b'], 'b') -> ['b', 'a']
 */
export function withSearch(texts: readonly string[], text: string): string[] {
  return [text, ...texts.filter(other => other !== text)].slice(0, keptSearches)
}
