const steps = 6

/**
 * Step 0..6 of the heat ramp for a count. By square root when the largest is over 6, else linear; nothing is step 0, and anything
 * at all is at least step 1.
 */
export function heatStep(value: number, largest: number): number {
  if (value <= 0 || largest <= 0) return 0
  const share = Math.min(1, value / largest)
  const height = largest > steps ? Math.sqrt(share) : share
  return Math.max(1, Math.min(steps, Math.ceil(height * steps)))
}
