import { Steps } from 'antd'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import type { JobStep } from '#renderer/ipc/jobs.ts'
import { useRunningJobs } from '#renderer/ipc/use-job.ts'
import type { ImportOutcome } from '#shared/contract/imports.contract.ts'
import type { ImportPreview } from '#shared/domain/import-batch.ts'
import type { DeskFile, FileStage } from './desk-file.ts'
import { writtenRows } from './import-block.ts'

type Counts = {
  readonly clean?: string
  readonly enter?: string
  readonly analyse?: string
  readonly update?: string
}
type Words = Pick<Translation, 't'>

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

/** Before anything is written the counts are those of the preview, for what can be counted then. */
function countsOf(stage: FileStage, words: Words): Counts {
  if (stage.kind === 'imported') return countsOfImport(stage, words)
  const preview =
    stage.kind === 'staged' ? stage.preview : stage.kind === 'committing' ? stage.staged.preview : null
  return preview ? countsOfPreview(preview, words) : {}
}

function countsOfPreview(preview: ImportPreview, { t }: Words): Counts {
  const { counts, stages } = preview
  return {
    clean: cleanText(counts.rows, stages, { t }),
    enter: t('imports.stage.willWrite', { count: writtenRows(counts) }),
    analyse: t('imports.stage.identities', { count: stages.identitiesFound }),
    update: t('imports.stage.values', { count: stages.valuesChanged }),
  }
}

function countsOfImport(stage: Extract<FileStage, { kind: 'imported' }>, words: Words): Counts {
  const { t } = words
  const { outcome, analysis } = stage
  const { stages } = outcome
  return {
    clean: cleanText(outcome.rows, stages, words),
    enter: t('imports.stage.entered', { created: outcome.created, updated: outcome.updated }),
    analyse: analyseText(stages.identitiesFound, analysis, words),
    update: t('imports.stage.rescored', { values: stages.valuesChanged, count: stages.customersRescored }),
  }
}

function cleanText(
  rows: number,
  { tidiedCells, damagedCells }: ImportOutcome['stages'],
  { t }: Words,
): string {
  return t('imports.stage.cleaned', { count: rows, tidied: tidiedCells, damaged: damagedCells })
}

function analyseText(
  identities: number,
  analysis: Extract<FileStage, { kind: 'imported' }>['analysis'],
  { t }: Words,
): string {
  if (analysis === 'counting') return t('imports.stage.counting')
  if (analysis === null) return t('imports.stage.identities', { count: identities })
  const { customersClassed, pairsSuggested } = analysis
  return t('imports.stage.analysed', { count: customersClassed, identities, pairs: pairsSuggested })
}

/** The four stages of collecting customer data with their counts: clean, enter, analyse, update. */
export function WizardStages({ file }: { file: DeskFile }) {
  const words = useTranslation()
  const { t } = words
  const { stage } = file
  const jobId = stage.kind === 'committing' ? stage.jobId : null
  const job = useRunningJobs().find(running => running.jobId === jobId)
  const counts = countsOf(stage, words)
  const enter = t(stage.kind === 'staged' ? 'imports.stage.check' : 'imports.stage.enter')
  const items = [
    { title: t('imports.stage.clean'), content: counts.clean },
    { title: enter, content: counts.enter },
    { title: t('imports.stage.analyse'), content: counts.analyse },
    { title: t('imports.stage.update'), content: counts.update },
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
