/** Names the values that SQL may be given. Whole numbers arrive as INTEGER, booleans as 0 or 1. */
export type SqlValue = string | number | bigint | boolean | Uint8Array | null

/**
 * Turns values into what the driver stores without changing their kind.
 *
 * The driver hands every JavaScript number to SQLite as REAL: `?/2` would be 2.5 for 5, and a column without a type
 * would keep 5.0. So whole numbers go as integers.
 * Errors: TypeError for undefined, RangeError for NaN and infinities (SQLite would store both as NULL).
 * Example: bindValues([5, 1.5, true, null]) -> [5n, 1.5, 1n, null]
 */
export function bindValues(values: readonly unknown[]): unknown[] {
  return values.map(bindValue)
}

function bindValue(value: unknown): unknown {
  switch (typeof value) {
    case 'number':
      if (Number.isSafeInteger(value)) return BigInt(value)
      if (Number.isFinite(value)) return value
      throw new RangeError('A number that is not finite cannot be stored')
    case 'boolean':
      return value ? 1n : 0n
    case 'undefined':
      throw new TypeError('undefined cannot be stored: say null')
    default:
      return value
  }
}
