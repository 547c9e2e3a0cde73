import { minimise, type Slope } from './minimise.ts'
import type { RepeatPurchases } from './repeat-purchases.ts'
import { digamma, logGamma } from './special-functions.ts'

/**
 * The parameters of the Gamma-Gamma model: what a customer spends a purchase varies round a mean of that customer, and these
 * means vary between customers. Units: `v` as the spend.
 */
export type GammaGamma = { readonly p: number; readonly q: number; readonly v: number }

/** A fit: its parameters and how likely they make what was spent. */
export type GammaGammaFit = {
  readonly model: GammaGamma
  readonly logLikelihood: number
  readonly isConverged: boolean
}

/**
 * Fits the model by maximum likelihood to those who bought again for more than nothing.
 *
 * Empty: nobody gives isConverged false.
 * Source: Fader and Hardie (2013), "The Gamma-Gamma Model of Monetary Value", equation 1a.
 */
export function fitGammaGamma({ repeats, meanSpend }: RepeatPurchases): GammaGammaFit {
  const used: number[] = []
  let total = 0
  for (let index = 0; index < repeats.length; index++)
    if ((repeats[index] ?? 0) > 0 && (meanSpend[index] ?? 0) > 0) {
      used.push(index)
      total += meanSpend[index] ?? 0
    }
  if (used.length === 0) return { model: { p: 0, q: 0, v: 0 }, logLikelihood: 0, isConverged: false }
  const scale = total / used.length
  const times = Float64Array.from(used, index => repeats[index] ?? 0)
  const spend = Float64Array.from(used, index => (meanSpend[index] ?? 0) / scale)
  const { point, value, isConverged } = minimise(slopeOf(times, spend), startFrom(times, spend))
  const [p = 0, q = 0, v = 0] = point.map(Math.exp)
  return {
    model: { p, q, v: v * scale },
    logLikelihood: -value * used.length - used.length * Math.log(scale),
    isConverged: isConverged && point.every(one => Math.abs(one) < 12),
  }
}

/** With fewer customers the whole search is quick. */
const fewestSampled = 20_000
const sampleSize = 4000

/** Where the search begins: with many customers where a part of them, taken evenly, led it. */
function startFrom(times: Float64Array, spend: Float64Array): readonly number[] {
  const start = [1, 1, 0]
  if (times.length < fewestSampled) return start
  const step = times.length / sampleSize
  const pick = (column: Float64Array) =>
    Float64Array.from({ length: sampleSize }, (_, place) => column[Math.floor(place * step)] ?? 0)
  const { point, isConverged } = minimise(slopeOf(pick(times), pick(spend)), start)
  return isConverged ? point : start
}

/** What the likelihood needs of a number of purchases, which many customers share. */
type OfTimes = { readonly log: number; readonly both: number; readonly own: number; readonly sums: number }

/** Minus the mean log-likelihood and its slope, by the logarithms of p, q and v. */
function slopeOf(times: Float64Array, spend: Float64Array): Slope {
  const count = times.length
  const logSpend = spend.map(Math.log)
  return point => {
    const [p = 0, q = 0, v = 0] = point.map(Math.exp)
    const [logV, ofQ, slopeQ] = [Math.log(v), logGamma(q), digamma(q)]
    let [sum, dp, dq, dv] = [0, 0, 0, 0]
    const known: OfTimes[] = []
    const ofTimes = (x: number): OfTimes => {
      const px = p * x
      known[x] ??= {
        ...{ log: Math.log(x), both: digamma(px + q), own: digamma(px) },
        sums: logGamma(px + q) - logGamma(px) - ofQ + q * logV + px * Math.log(x),
      }
      return known[x]
    }
    for (let index = 0; index < count; index++) {
      const [x, z] = [times[index] ?? 0, spend[index] ?? 0]
      const px = p * x
      const whole = v + x * z
      const logWhole = Math.log(whole)
      const { log, both, own, sums } = ofTimes(x)
      const logZ = logSpend[index] ?? 0
      sum += sums + (px - 1) * logZ - (px + q) * logWhole
      dp += x * (both - own + log + logZ - logWhole)
      dq += both - slopeQ + logV - logWhole
      dv += q / v - (px + q) / whole
    }
    return { value: -sum / count, gradient: [dp * p, dq * q, dv * v].map(one => -one / count) }
  }
}

/**
 * Gives the mean spend that is expected of a customer's next purchases: between the own mean and that of all, nearer to the own
 * the more was bought.
 *
 * Empty: no repeat purchase gives the mean of all.
 * Errors: needs q above 1, else the mean of all is not finite: Infinity.
 * Source: Fader and Hardie (2013), equation 5.
 */
export function expectedSpend({ p, q, v }: GammaGamma, repeats: number, meanSpend: number): number {
  if (q <= 1) return Number.POSITIVE_INFINITY
  return (p * (v + repeats * meanSpend)) / (p * repeats + q - 1)
}
