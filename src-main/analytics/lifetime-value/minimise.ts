/** A function of a few variables: its value at a point and its slope there, one number per variable. */
export type Slope = (point: readonly number[]) => {
  readonly value: number
  readonly gradient: readonly number[]
}

/** Where a function is smallest. `isConverged` false: its slope was still steep when the search gave up. */
export type Minimum = {
  readonly point: readonly number[]
  readonly value: number
  readonly isConverged: boolean
}

const mostSteps = 300
const flatEnough = 1e-6

/**
 * Walks downhill from a start until the slope is flat.
 *
 * Source: BFGS (Broyden, Fletcher, Goldfarb, Shanno) with halved steps; for a handful of variables.
 * Example: minimise of (x - 3)² from 0 -> x = 3
 */
export function minimise(slope: Slope, start: readonly number[]): Minimum {
  const size = start.length
  let inverse = identity(size)
  let point = start
  let here = slope(point)
  for (let step = 0; step < mostSteps; step++) {
    if (Math.max(...here.gradient.map(Math.abs)) < flatEnough)
      return { point, value: here.value, isConverged: true }
    let direction = inverse.map(row => -dot(row, here.gradient))
    if (dot(direction, here.gradient) >= 0) {
      inverse = identity(size)
      direction = here.gradient.map(value => -value)
    }
    const next = goDown(slope, point, here, direction)
    if (!next) break
    const moved = next.point.map((value, index) => value - (point[index] ?? 0))
    const turned = next.gradient.map((value, index) => value - (here.gradient[index] ?? 0))
    inverse = updated(inverse, moved, turned)
    point = next.point
    here = next
  }
  const isConverged = Math.max(...here.gradient.map(Math.abs)) < flatEnough * 10
  return { point, value: here.value, isConverged }
}

type Place = ReturnType<Slope> & { readonly point: readonly number[] }

/** Goes along a direction, half as far each time until it is well below; null when nothing is. */
function goDown(
  slope: Slope,
  point: readonly number[],
  here: ReturnType<Slope>,
  direction: readonly number[],
): Place | null {
  const expected = dot(direction, here.gradient)
  const longest = Math.max(...direction.map(Math.abs))
  for (let length = Math.min(1, 2 / longest); length > 1e-12; length /= 2) {
    const next = point.map((value, index) => value + length * (direction[index] ?? 0))
    const there = slope(next)
    if (there.value <= here.value + 1e-4 * length * expected) return { ...there, point: next }
  }
  return null
}

function updated(inverse: number[][], moved: readonly number[], turned: readonly number[]): number[][] {
  const curve = dot(moved, turned)
  if (curve <= 1e-14) return inverse
  const bent = inverse.map(row => dot(row, turned))
  const scale = (curve + dot(turned, bent)) / (curve * curve)
  return inverse.map((row, i) =>
    row.map((value, j) => {
      const [mi, mj] = [moved[i] ?? 0, moved[j] ?? 0]
      return value + scale * mi * mj - ((bent[i] ?? 0) * mj + mi * (bent[j] ?? 0)) / curve
    }),
  )
}

const identity = (size: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)))

function dot(one: readonly number[], other: readonly number[]): number {
  let sum = 0
  for (let index = 0; index < one.length; index++) sum += (one[index] ?? 0) * (other[index] ?? 0)
  return sum
}
