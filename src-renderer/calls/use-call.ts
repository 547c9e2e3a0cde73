import { useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { callSteps } from '#shared/domain/call-script.ts'
import type { FieldDefinition } from '#shared/domain/field.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { type CallDraft, callKey, dropCall, findCall, isBlank, keepCall, newCall } from './call-drafts.ts'
import { callRequest, isNothing } from './call-request.ts'

/** A call with a customer: its draft, which outlives the panel, the fields of each step, and saving. */
export function useCall(file: CustomerFile, onSaved: () => void) {
  const words = useTranslation()
  const { archiveToken, currency } = useOpenArchive()
  const { tellDone } = useUndo()
  const { data } = useRequest('fields.list', {})
  const { run, error, isRunning } = useCommand('calls.save')
  const key = callKey(archiveToken, file.customerId)
  const [draft, setDraft] = useState<CallDraft>(() => findCall(key) ?? newCall)
  const [isKept, setKept] = useState(() => findCall(key) !== undefined)
  const groups = (data?.groups ?? []).filter(
    group => group.isOn && (group.customerKind === null || group.customerKind === file.kind),
  )
  const fields = callSteps.map(({ fieldCodes }) =>
    fieldCodes.flatMap((code: string): FieldDefinition[] =>
      groups.flatMap(group => group.fields.filter(field => field.code === code)),
    ),
  )
  const change = (part: Partial<CallDraft>) => {
    const next = { ...draft, ...part }
    keepCall(key, next)
    setDraft(next)
  }
  const request = callRequest(file, fields.flat(), draft, { ...words, currency })
  const save = async () => {
    if (isRunning || isNothing(request)) return
    const saved = await run(request)
    if (!saved) return
    dropCall(key)
    if (saved.changeSetId !== null) tellDone(words.t('calls.saved', { name: file.name }), saved.changeSetId)
    onSaved()
  }
  return {
    draft,
    change,
    fieldsOfStep: data ? (fields[draft.step] ?? []) : null,
    /** Answers of an earlier time are in it. */
    isKept: isKept && !isBlank(draft),
    drop: () => {
      dropCall(key)
      setDraft(newCall)
      setKept(false)
    },
    canSave: !isRunning && !isNothing(request),
    save,
    error,
  }
}
