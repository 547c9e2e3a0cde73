/** Values by key in a reader's memory: only the newest few are kept. */
export class NewestValues<Key, Value> {
  private readonly most: number
  private readonly values = new Map<Key, Value>()

  constructor(most: number) {
    this.most = most
  }

  /** Gives what is kept under a key. Empty: undefined. */
  get(key: Key): Value | undefined {
    return this.values.get(key)
  }

  /** Keeps a value, and lets the oldest go where there are too many. */
  set(key: Key, value: Value): void {
    this.values.set(key, value)
    for (const oldKey of this.values.keys()) if (this.values.size > this.most) this.values.delete(oldKey)
  }

  /** Lets all go. */
  clear(): void {
    this.values.clear()
  }
}
