import { Progress } from 'antd'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { RunningJob } from '#renderer/ipc/jobs.ts'
import { cancelJob } from '#renderer/ipc/use-job.ts'
import { LinkButton } from './link-button.tsx'

/** A long job in one line: step, n of m, time left, and the way to stop. */
export function RunningJobLine({ job }: { readonly job: RunningJob }) {
  const { t } = useTranslation()
  const percent = Math.round(job.progress * 100)
  return (
    <span className="job-bar" role="status">
      <span>{t(`shell.job.step.${job.step ?? 'start'}`)}</span>
      <Progress
        percent={percent}
        showInfo={false}
        size={{ height: 6 }}
        strokeColor="var(--brandFill)"
        className="job-bar-progress"
      />
      <span className="num">
        {job.done !== null && job.total !== null
          ? t('shell.job.progress', { done: job.done, total: job.total })
          : `${percent}%`}
      </span>
      <RemainingTime ms={job.remainingMs} />
      <LinkButton onClick={() => void cancelJob(job.jobId)}>{t('shell.job.cancel')}</LinkButton>
    </span>
  )
}

function RemainingTime({ ms }: { ms: number | null }) {
  const { t } = useTranslation()
  if (ms === null) return null
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  const time =
    seconds < 90
      ? t('shell.seconds', { count: seconds })
      : t('shell.minutes', { count: Math.ceil(seconds / 60) })
  return <span className="num">{t('shell.job.remaining', { time })}</span>
}
