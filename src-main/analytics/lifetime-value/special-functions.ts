/**
 * The logarithm of the gamma function, for arguments above 0.
 *
 * Source: Lanczos' approximation with g = 7 and nine terms (Godfrey's coefficients): some 15 digits.
 * Example: logGamma(5) -> ln 24 = 3.1780538…
 */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const y = x - 1
  let sum = lanczos[0] ?? 0
  for (let index = 1; index < lanczos.length; index++) sum += (lanczos[index] ?? 0) / (y + index)
  const t = y + 7.5
  return Math.log(2 * Math.PI) / 2 + (y + 0.5) * Math.log(t) - t + Math.log(sum)
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/**
 * The derivative of `logGamma`, for arguments above 0.
 *
 * Source: recurrence up to 10, then the asymptotic series (Abramowitz and Stegun 6.3.18).
 * Example: digamma(1) -> -0.5772156649… (minus Euler's constant)
 */
export function digamma(x: number): number {
  let [at, sum] = [x, 0]
  for (; at < 10; at++) sum -= 1 / at
  const square = 1 / (at * at)
  const series =
    square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132)))))
  return sum + Math.log(at) - 1 / (2 * at) - series
}

/**
 * Gauss' hypergeometric function 2F1(a, b; c; z) by its series.
 *
 * Shape: 0 <= z < 1 and c above 0; terms are added until they no longer count.
 * Example: hypergeometric(1, 1, 2, 0.5) -> 2 ln 2 = 1.3862943…
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let [term, sum] = [1, 1]
  for (let n = 0; n < mostTerms; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z
    sum += term
    if (Math.abs(term) < 1e-15 * Math.abs(sum)) break
  }
  return sum
}

const mostTerms = 100_000
