/**
 * How often each customer bought again, as columns of one length.
 *
 * Shape: `repeats` purchases after the first one; `lastAge` from the first purchase to the last one, 0 without a repeat; `age` from
 * the first purchase to the reference date; `meanSpend` per repeat purchase, 0 without a repeat.
 * Units: `lastAge` and `age` in any unit of time, the same in both, and the parameters of a fit then are in it.
 */
export type RepeatPurchases = {
  readonly repeats: Int32Array
  readonly lastAge: Float64Array
  readonly age: Float64Array
  readonly meanSpend: Float64Array
}
