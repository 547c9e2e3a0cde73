/** A mark per place, 32 to a word. Places behind the last one are never marked. */
export type BitSet = Uint32Array

/** Makes a set without marks. */
export function makeBits(size: number): BitSet {
  return new Uint32Array((size + 31) >>> 5)
}

/** Marks a place. */
export function addBit(bits: BitSet, place: number): void {
  const word = place >>> 5
  bits[word] = (bits[word] ?? 0) | (1 << (place & 31))
}

/** Tells whether a place is marked. */
export function hasBit(bits: BitSet, place: number): boolean {
  return ((bits[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0
}

/** Counts the marks. Example: places 0, 5, 40 -> 3 */
export function countBits(bits: BitSet): number {
  let count = 0
  for (let at = 0; at < bits.length; at++) {
    let word = bits[at] ?? 0
    word -= (word >>> 1) & 0x5555_5555
    word = (word & 0x3333_3333) + ((word >>> 2) & 0x3333_3333)
    count += (((word + (word >>> 4)) & 0x0f0f_0f0f) * 0x0101_0101) >>> 24
  }
  return count
}

/** Marks what is in both. */
export function bothOf(one: BitSet, other: BitSet): BitSet {
  return one.map((word, at) => word & (other[at] ?? 0))
}

/** Marks what is in either. */
export function eitherOf(one: BitSet, other: BitSet): BitSet {
  return one.map((word, at) => word | (other[at] ?? 0))
}

/** Marks what is in the first and not in the second. */
export function onlyIn(one: BitSet, other: BitSet): BitSet {
  return one.map((word, at) => word & ~(other[at] ?? 0))
}

/** Lists the marked places, ascending. */
export function placesOf(bits: BitSet): number[] {
  const places: number[] = []
  for (let at = 0; at < bits.length; at++)
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1)
      places.push(at * 32 + 31 - Math.clz32(word & -word))
  return places
}
