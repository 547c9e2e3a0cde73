/** A stream of whole numbers that is the same for the same seed (linear congruential, Numerical Recipes). */
export class SeededRandom {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
    for (let warmUp = 0; warmUp < 5; warmUp++) this.below(2)
  }

  /** 0 .. limit - 1 */
  below(limit: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.state / 2 ** 32) * limit)
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }

  chance(percent: number): boolean {
    return this.below(100) < percent
  }
}
