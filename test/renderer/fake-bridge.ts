import { AppError, type Envelope } from '#shared/contract/app-error.ts'
import type { Bridge, PageMethodName } from '#shared/contract/bridge.ts'
import type { Request, Response } from '#shared/contract/contract.ts'
import type { EventData, EventName } from '#shared/contract/events.contract.ts'
import type { ForeignFile } from '#shared/contract/files.contract.ts'

/** What main answers, by method. An AppError that is thrown is answered as an error of the contract. */
export type Answers = {
  readonly [M in PageMethodName]?: (request: Request<M>) => Response<M> | Promise<Response<M>>
}

/** Stands in for main: answers by the given functions, notes what was asked, and lets a test announce events. */
export class FakeBridge implements Bridge {
  readonly asked: { readonly method: PageMethodName; readonly request: unknown }[] = []
  readonly api: Bridge['api']
  /** What the next drop is answered with. */
  dropped: readonly ForeignFile[] | AppError = []
  private answers: Answers
  private readonly listeners = new Map<EventName, Set<(data: never) => void>>()

  constructor(answers: Answers = {}) {
    this.answers = answers
    this.api = new Proxy({} as Bridge['api'], {
      get: (_target, method) => (request: unknown) => this.answer(method as PageMethodName, request),
    })
  }

  onEvent<E extends EventName>(name: E, listener: (data: EventData<E>) => void): () => void {
    const listeners = this.listeners.get(name) ?? new Set()
    this.listeners.set(name, listeners.add(listener as (data: never) => void))
    return () => void listeners.delete(listener as (data: never) => void)
  }

  async acceptDroppedFiles(): Promise<Envelope<readonly ForeignFile[]>> {
    return this.dropped instanceof AppError
      ? { ok: false, error: this.dropped.data }
      : { ok: true, value: this.dropped }
  }

  /** Other answers from now on, beside those given before. */
  use(answers: Answers): void {
    this.answers = { ...this.answers, ...answers }
  }

  /** Everything that was asked by a method, in order. */
  requestsOf<M extends PageMethodName>(method: M): readonly Request<M>[] {
    return this.asked.filter(one => one.method === method).map(one => one.request as Request<M>)
  }

  announce<E extends EventName>(name: E, data: EventData<E>): void {
    for (const listener of [...(this.listeners.get(name) ?? [])])
      (listener as (data: EventData<E>) => void)(data)
  }

  private async answer(method: PageMethodName, request: unknown): Promise<Envelope<never>> {
    this.asked.push({ method, request })
    try {
      const answer = this.answers[method] as ((request: unknown) => unknown) | undefined
      if (!answer) throw new Error(`the test does not say what ${method} answers`)
      return { ok: true, value: (await answer(request)) as never }
    } catch (error) {
      if (error instanceof AppError) return { ok: false, error: error.data }
      throw error
    }
  }
}

/** Puts a fake main behind the window. */
export function installFakeBridge(answers: Answers = {}): FakeBridge {
  const bridge = new FakeBridge(answers)
  Object.defineProperty(window, 'kehu', { value: bridge, configurable: true })
  return bridge
}
