import { expect, it } from 'vitest'
import { minimise } from '#main/analytics/lifetime-value/minimise.ts'
import { digamma, hypergeometric, logGamma } from '#main/analytics/lifetime-value/special-functions.ts'

it('the gamma function has its factorials and its half', () => {
  expect(logGamma(5)).toBeCloseTo(Math.log(24), 12)
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12)
  expect(logGamma(1)).toBeCloseTo(0, 12)
  // Table of Abramowitz and Stegun, ln of 100!.
  expect(logGamma(101)).toBeCloseTo(363.739_375_555_563_5, 8)
  expect(logGamma(0.1)).toBeCloseTo(2.252_712_651_734_206, 10)
})

it('digamma is minus the constant of Euler at 1, and grows by 1/x', () => {
  expect(digamma(1)).toBeCloseTo(-0.577_215_664_901_532_9, 12)
  expect(digamma(0.5)).toBeCloseTo(-0.577_215_664_901_532_9 - 2 * Math.LN2, 12)
  for (const x of [0.2, 1.5, 7, 120]) expect(digamma(x + 1) - digamma(x)).toBeCloseTo(1 / x, 10)
})

it('2F1 has its known cases', () => {
  expect(hypergeometric(1, 1, 2, 0.5)).toBeCloseTo(2 * Math.LN2, 12)
  expect(hypergeometric(0.7, 3, 3, 0.4)).toBeCloseTo(0.6 ** -0.7, 12)
  expect(hypergeometric(2, 3, 4, 0)).toBe(1)
})

it('the lowest place of a bent valley is found, and a plain without one is said', () => {
  // Rosenbrock's valley: lowest at 1, 1.
  const valley = minimise(
    ([x = 0, y = 0]) => ({
      value: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
      gradient: [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
    }),
    [-1.2, 1],
  )
  expect(valley.isConverged).toBe(true)
  expect(valley.point[0]).toBeCloseTo(1, 5)
  expect(valley.point[1]).toBeCloseTo(1, 5)
  expect(minimise(([x = 0]) => ({ value: -x, gradient: [-1] }), [0]).isConverged).toBe(false)
})
