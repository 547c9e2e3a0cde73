/** One line of the bench's table. `ratio` is ours by the peer's or floor's figure of the same run. */
export type BenchRow = {
  readonly name: string
  readonly ours: number
  readonly peer: number
  readonly peerName: string
  readonly unit: string
  readonly ratio: number
  readonly target: string
  readonly isMet: boolean
}
