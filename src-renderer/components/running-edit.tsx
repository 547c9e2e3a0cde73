import type { JobStep } from '#renderer/ipc/jobs.ts'
import { useRunningJobs } from '#renderer/ipc/use-job.ts'
import { RunningJobLine } from './running-job-line.tsx'

const editSteps: ReadonlySet<JobStep | null> = new Set(['edit', 'delete', 'restore', 'take-back'])

/** In a dialog whose step takes long: how far it is, and the way to stop it. Nothing for a step that ends at once. */
export function RunningEdit({ isRunning }: { readonly isRunning: boolean }) {
  const job = useRunningJobs().find(({ step }) => editSteps.has(step))
  if (!isRunning || !job) return null
  return (
    <div className="running-edit">
      <RunningJobLine job={job} />
    </div>
  )
}
