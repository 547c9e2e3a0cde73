import { contributionGroups } from '#shared/domain/contribution.ts'

/**
 * Divides each of the seven groups into tenths by score.
 *
 * Shape: 1 for the highest tenth to 10; equal scores share the better one. 0 for those of no group.
 * Example: scores 50, 40, 40, 10 of one group -> 1, 3, 3, 8
 */
export function groupDeciles(group: Uint8Array, scoreMinor: Float64Array): Uint8Array {
  const deciles = new Uint8Array(group.length)
  contributionGroups.forEach((code, place) => {
    if (code === 'unassigned') return
    const scores = scoreMinor.filter((_, index) => group[index] === place).sort()
    const { length } = scores
    let above = 0
    const decileOf = new Map<number, number>()
    for (let at = length - 1; at >= 0; at--, above++) {
      const score = scores[at] ?? 0
      if (!decileOf.has(score)) decileOf.set(score, 1 + Math.floor((10 * above) / length))
    }
    for (let index = 0; index < group.length; index++)
      if (group[index] === place) deciles[index] = decileOf.get(scoreMinor[index] ?? 0) ?? 0
  })
  return deciles
}
