import type { Translation } from '#renderer/i18n/use-translation.ts'

const oneSecondMs = 1000
const oneMinuteS = 60
const minutesFromS = 90

/** A length of time in words, as coarse as one would say it: 12 seconds, 3 minutes. */
export function timeText({ t }: Pick<Translation, 't'>, ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / oneSecondMs))
  return seconds < minutesFromS
    ? t('shell.seconds', { count: seconds })
    : t('shell.minutes', { count: Math.ceil(seconds / oneMinuteS) })
}

/** How long a task will still take. Empty: '' while that cannot be told. */
export function remainingText(words: Pick<Translation, 't'>, ms: number | null): string {
  return ms === null ? '' : words.t('shell.job.remaining', { time: timeText(words, ms) })
}
