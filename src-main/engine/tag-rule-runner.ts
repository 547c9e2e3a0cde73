import type { RuleChange } from '#main/tags/tag-rule-run.service.ts'
import type { EventData } from '#shared/contract/events.contract.ts'

type Topic = EventData<'data.changed'>['topics'][number]

/** What the runner needs of the engine. */
export type RuleSteps = {
  readonly hasRules: () => boolean
  readonly today: () => string
  /** Takes tags off whose last day is past. */
  readonly expireTags: () => Promise<unknown>
  /** On a reader; those that write wait for nothing. */
  readonly listChanges: () => Promise<readonly RuleChange[]>
  readonly follow: (changes: readonly RuleChange[]) => Promise<unknown>
  readonly onError: (error: unknown) => void
}

const restMs = 1000
const dayCheckMs = 60_000
/** What a rule can ask for. */
const topicsAskedFor: ReadonlySet<Topic> = new Set(['customers', 'orders', 'rules', 'settings', 'fields'])

/**
 * Lets tags follow their rules: when the archive is opened, a second after something was written, and when the day changes; then
 * tags whose last day is past go too. One run at a time; what is written meanwhile is for the next.
 */
export class TagRuleRunner {
  private readonly steps: RuleSteps
  private timer: NodeJS.Timeout | undefined
  private dayTimer: NodeJS.Timeout | undefined
  private running: Promise<void> | undefined
  private isAskedAgain = false
  private isStopped = true
  private day = ''
  private isNewDay = false

  constructor(steps: RuleSteps) {
    this.steps = steps
  }

  start(): void {
    this.isStopped = false
    this.day = this.steps.today()
    this.dayTimer = setInterval(() => this.checkDay(), dayCheckMs)
    this.dayTimer.unref()
    this.ask()
  }

  /** Ends with the run that is under way. */
  async stop(): Promise<void> {
    this.isStopped = true
    clearTimeout(this.timer)
    clearInterval(this.dayTimer)
    this.timer = undefined
    await this.running
  }

  /** Takes in that something was written. */
  hear(topics: readonly Topic[]): void {
    if (topics.some(topic => topicsAskedFor.has(topic))) this.ask()
  }

  private checkDay(): void {
    const today = this.steps.today()
    if (today === this.day) return
    this.day = today
    this.isNewDay = true
    this.ask()
  }

  private ask(): void {
    if (this.isStopped || this.timer) return
    if (this.running) {
      this.isAskedAgain = true
      return
    }
    this.timer = setTimeout(() => {
      this.timer = undefined
      this.running = this.run().finally(() => {
        this.running = undefined
        if (!this.isAskedAgain) return
        this.isAskedAgain = false
        this.ask()
      })
    }, restMs)
    this.timer.unref()
  }

  private async run(): Promise<void> {
    try {
      if (this.isNewDay) await this.steps.expireTags()
      this.isNewDay = false
      if (!this.steps.hasRules()) return
      const changes = await this.steps.listChanges()
      if (changes.length > 0 && !this.isStopped) await this.steps.follow(changes)
    } catch (error) {
      this.steps.onError(error)
    }
  }
}
