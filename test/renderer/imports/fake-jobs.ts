import type { AppErrorCode } from '#shared/contract/app-error.ts'
import type { EventData } from '#shared/contract/events.contract.ts'
import type { FakeBridge } from '#test/renderer/fake-bridge.ts'

/** Jobs whose ends the test decides. */
export class FakeJobs {
  private readonly bridge: FakeBridge
  private lastJobId = 0

  constructor(bridge: FakeBridge) {
    this.bridge = bridge
  }

  /** The answer of a method that starts a job. */
  readonly start = (): { jobId: number } => {
    this.lastJobId += 1
    return { jobId: this.lastJobId }
  }

  progress(jobId: number, data: Omit<EventData<'job.progressed'>, 'jobId'>): void {
    this.bridge.announce('job.progressed', { jobId, ...data })
  }

  end(jobId: number, value: unknown): void {
    this.bridge.announce('job.ended', { jobId, result: { ok: true, value } })
  }

  fail(jobId: number, code: AppErrorCode, details?: Record<string, string | number>): void {
    const error = { code, retry: false, ...(details ? { details } : {}) }
    this.bridge.announce('job.ended', { jobId, result: { ok: false, error } })
  }
}
