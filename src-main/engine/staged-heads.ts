import type { StagedHead } from '#main/imports/staged-head.ts'

type Waiting = {
  readonly head: Promise<StagedHead | null>
  readonly settle: (head: StagedHead | null) => void
}

/** Keeps the first rows of files while they are being read, by job, so that they can be looked at before the rest. */
export class StagedHeads {
  private readonly heads = new Map<number, Waiting>()

  /** Expects the first rows of a job's file; the answer is told of them, and of null at the end of the job. */
  expect(jobId: number): (head: StagedHead | null) => void {
    let settle: Waiting['settle'] = () => undefined
    const head = new Promise<StagedHead | null>(resolve => {
      settle = resolve
    })
    this.heads.set(jobId, { head, settle })
    return settle
  }

  /** Waits for the first rows. Empty: null for a job that has ended or gave none. */
  async of(jobId: number): Promise<StagedHead | null> {
    return (await this.heads.get(jobId)?.head) ?? null
  }

  /** Forgets the rows of a job that has ended. */
  forget(jobId: number): void {
    this.heads.get(jobId)?.settle(null)
    this.heads.delete(jobId)
  }
}
