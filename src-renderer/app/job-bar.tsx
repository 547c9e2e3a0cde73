import { RunningJobLine } from '#renderer/components/running-job-line.tsx'
import { useRunningJobs } from '#renderer/ipc/use-job.ts'

/** Long jobs in the status bar. The page stays usable. */
export function JobBar() {
  const [job] = useRunningJobs()
  return job ? <RunningJobLine job={job} /> : null
}
