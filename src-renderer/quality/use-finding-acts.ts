import { useState } from 'react'
import { useColumnName } from '#renderer/components/use-card-fields.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import type { AppError } from '#shared/contract/app-error.ts'
import { dayIn } from '#shared/domain/day-in.ts'
import type { CorrectionSource } from '#shared/domain/field-source.ts'
import type { Finding, QualityKind } from '#shared/domain/quality.ts'
import type { Settled } from './use-settled.ts'

type FindingActsProps = {
  readonly kind: QualityKind
  readonly source: CorrectionSource
  /** Where the current finding stands in the list. */
  readonly place: number
  readonly add: (settled: Omit<Settled, 'at'>) => void
  readonly remove: (changeSetId: number) => void
}

export type FindingActs = {
  /** Each tells whether it was done; why not is in `problem`. */
  readonly mend: (finding: Finding, typed: string) => Promise<boolean>
  readonly accept: (finding: Finding, note: string) => Promise<boolean>
  readonly confirm: (finding: Finding) => Promise<boolean>
  readonly undo: (settled: Settled) => Promise<void>
  readonly problem: AppError | null
  readonly clearProblem: () => void
  readonly isRunning: boolean
}

const today = () => dayIn(undefined, new Date())

/** What can be done about a finding; each act says so with the way back. */
export function useFindingActs({ kind, source, place, add, remove }: FindingActsProps): FindingActs {
  const { t } = useTranslation()
  const nameOf = useColumnName('quality.field')
  const { tellDone, takeBack } = useUndo()
  const mending = useCommand('quality.mend')
  const accepting = useCommand('quality.accept')
  const confirming = useCommand('quality.confirm')
  const [isHidden, setHidden] = useState(false)
  const settle = (
    { findingId }: Finding,
    done: { readonly changeSetId: number | null } | undefined,
    { text, toast, stated = null }: { text: string; toast: string; stated?: Settled['source'] },
  ): boolean => {
    setHidden(false)
    if (!done?.changeSetId) return false
    const { changeSetId } = done
    add({ findingId, changeSetId, text, source: stated, place })
    tellDone(toast, changeSetId)
    return true
  }
  return {
    mend: async (finding, typed) => {
      const { findingId, field, value: seen, name } = finding
      if (!field) return false
      const done = await mending.run({ kind, findingId, field, seen, typed, source })
      const text =
        typed.trim() === '' ? t('quality.done.removed') : t('quality.done.mended', { value: typed })
      const toast = t('quality.toast.mended', { name, field: nameOf(field) })
      return settle(finding, done, { text, toast, stated: { ...source, statedOn: today() } })
    },
    accept: async (finding, note) => {
      const { findingId, name } = finding
      const done = await accepting.run({ kind, findingId, note: note.trim() || null })
      const texts = { text: t('quality.done.accepted'), toast: t('quality.toast.accepted', { name }) }
      return settle(finding, done, texts)
    },
    confirm: async finding => {
      const { customerId, name } = finding
      const done = await confirming.run({ customerIds: [customerId] })
      const text = t('quality.done.confirmed', { day: today() })
      return settle(finding, done, { text, toast: t('quality.toast.confirmed', { name }) })
    },
    undo: async ({ changeSetId }) => {
      await takeBack(changeSetId)
      remove(changeSetId)
    },
    problem: isHidden ? null : (mending.error ?? accepting.error ?? confirming.error),
    clearProblem: () => setHidden(true),
    isRunning: mending.isRunning || accepting.isRunning || confirming.isRunning,
  }
}
