import { Progress } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRunningJobs } from '#renderer/ipc/use-job.ts'
import { remainingText } from './time-text.ts'

type JobProgressProps = {
  readonly jobId: number | null
  readonly isCancelling: boolean
  /** Says how far it is in the operator's things, when the job itself counts none. */
  readonly done?: (progress: number) => string
  /** The button that stops it. */
  readonly children: ReactNode
}

/** A long task on its page: step, n of m, time left, and the way to stop. */
export function JobProgress({ jobId, isCancelling, done, children }: JobProgressProps) {
  const words = useTranslation()
  const { t } = words
  const job = useRunningJobs().find(running => running.jobId === jobId)
  const progress = job?.progress ?? 0
  const counted =
    job && job.done !== null && job.total !== null
      ? t('shell.job.progress', { done: job.done, total: job.total })
      : done?.(progress)
  const remaining = remainingText(words, job?.remainingMs ?? null)
  const step = isCancelling ? t('imports.cancelling') : t(`shell.job.step.${job?.step ?? 'start'}`)
  return (
    <div className="import-progress">
      <Progress
        percent={Math.round(progress * 100)}
        showInfo={false}
        strokeColor="var(--brandFill)"
        aria-label={step}
      />
      <div className="row num">
        <span role="status">{step}</span>
        <span className="secondary">{counted ?? `${Math.round(progress * 100)}%`}</span>
        <span className="secondary">{remaining}</span>
        <span className="grow" />
        {children}
      </div>
    </div>
  )
}
