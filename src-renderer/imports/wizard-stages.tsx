import { Steps } from 'antd'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import type { JobStep } from '#renderer/ipc/jobs.ts'
import { useRunningJobs } from '#renderer/ipc/use-job.ts'
import type { DeskFile } from './desk-file.ts'
import { writtenRows } from './import-block.ts'

type Counts = {
  readonly clean?: string
  readonly enter?: string
  readonly analyse?: string
  readonly update?: string
}

/** The stage at which a commit is; a backup is made before it begins to write. */
const stageOfStep: Partial<Record<JobStep, number>> = { clean: 0, write: 1, analyse: 2, update: 3 }

/** Which of the four stages a file is at; 4 when all are behind it. */
function stageOf(file: DeskFile, step: JobStep | null): number {
  switch (file.stage.kind) {
    case 'waiting':
    case 'reading':
    case 'unreadable':
      return 0
    case 'staged':
      return file.stage.preview ? 1 : 0
    case 'committing':
      return (step && stageOfStep[step]) ?? 1
    case 'imported':
      return 4
  }
}

function countsOf({ stage }: DeskFile, t: Translation['t']): Counts {
  if (stage.kind === 'imported') {
    const { outcome } = stage
    const updated = outcome.customersUpdated + outcome.ordersUpdated
    const orders = outcome.ordersCreated + outcome.ordersUpdated
    const customers = outcome.customersCreated + outcome.customersUpdated
    return {
      clean: t('imports.stage.rows', { count: outcome.rows }),
      enter: t('imports.stage.rows', { count: writtenRows(outcome) }),
      analyse:
        orders > 0
          ? t('imports.stage.orders', { count: orders })
          : t('imports.stage.customers', { count: customers }),
      ...(updated > 0 ? { update: t('imports.stage.updated', { count: updated }) } : {}),
    }
  }
  const preview =
    stage.kind === 'staged' ? stage.preview : stage.kind === 'committing' ? stage.staged.preview : null
  return preview ? { clean: t('imports.stage.rows', { count: preview.counts.rows }) } : {}
}

/** The four stages of collecting customer data with their counts: clean, enter, analyse, update. */
export function WizardStages({ file }: { file: DeskFile }) {
  const { t } = useTranslation()
  const { stage } = file
  const jobId = stage.kind === 'committing' ? stage.jobId : null
  const job = useRunningJobs().find(running => running.jobId === jobId)
  const counts = countsOf(file, t)
  const enter = t(stage.kind === 'staged' ? 'imports.stage.check' : 'imports.stage.enter')
  const items = [
    { title: t('imports.stage.clean'), subTitle: counts.clean },
    { title: enter, subTitle: counts.enter },
    { title: t('imports.stage.analyse'), subTitle: counts.analyse },
    { title: t('imports.stage.update'), subTitle: counts.update },
  ]
  return (
    <Steps
      size="small"
      className="import-stages"
      current={stageOf(file, job?.step ?? null)}
      {...(stage.kind === 'unreadable' ? { status: 'error' as const } : {})}
      items={items}
    />
  )
}
