import { Form } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { call, toAppError } from '#renderer/ipc/client.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { parseBirthDate, parseDay } from '#shared/domain/birth-date-text.ts'
import { CustomerDraft } from '#shared/domain/customer.ts'
import { draftKey, dropDraft, findDraft, findLastSaved, keepDraft, noteSaved } from './form-drafts.ts'
import { draftOf, type FormValues, isSame, toDraft, toValues } from './form-values.ts'
import { type Choice, conflictingFields, type DraftField, rebaseDraft } from './rebase-draft.ts'

/** Another's edit that stands against this form. */
export type Conflict = {
  readonly mine: CustomerDraft
  readonly stored: CustomerDraft
  readonly fields: readonly DraftField[]
}

export type SaveFailure =
  | { readonly kind: 'invalid'; readonly count: number }
  | { readonly kind: 'error'; readonly error: AppError }

type FormStart = {
  readonly customerId: number | null
  /** What the archive holds, or what a new card begins with. */
  readonly seen: CustomerDraft
  /** Typed already, in the search box. */
  readonly known?: { readonly name?: string; readonly phone?: string }
  readonly today: string
}

/** Days as people type them become days as they are stored. */
function withWrittenDays(values: FormValues, today: string): Partial<FormValues> {
  const birthOn = parseBirthDate(values.birthOn ?? '', today)
  const refusedOn = parseDay(values.contactRefusedOn ?? '', today)
  return {
    ...(birthOn === null ? {} : { birthOn }),
    ...(refusedOn === null ? {} : { contactRefusedOn: refusedOn }),
  }
}

function startValues({ seen, known }: FormStart): FormValues {
  const values = toValues(seen)
  return {
    ...values,
    ...(known?.name ? { name: known.name } : {}),
    ...(known?.phone ? { phone: [known.phone] } : {}),
  }
}

/** A word in a list of choices, such as a tag, counts once its field is left; saved by a key, it is not left yet. */
async function takeTypedWord(): Promise<void> {
  const field = document.activeElement
  if (!(field instanceof HTMLInputElement) || field.role !== 'combobox' || field.value === '') return
  field.blur()
  await new Promise(resolve => setTimeout(resolve))
}

/** The state of the entry form: what was typed, whether it is saved, and saving it. */
export function useCustomerForm(start: FormStart) {
  const { customerId, today } = start
  const { archiveToken } = useOpenArchive()
  const key = draftKey(archiveToken, customerId)
  const [form] = Form.useForm<FormValues>()
  const [kept] = useState(() => (start.known ? undefined : findDraft(key)))
  const [isRestored, setRestored] = useState(kept !== undefined)
  const [failure, setFailure] = useState<SaveFailure | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [isSaving, setSaving] = useState(false)
  const seen = useRef(kept?.seen ?? start.seen)
  const { write, tellSaved } = useWriting(customerId)
  const [initialValues] = useState(() => kept?.values ?? startValues(start))
  /** What the form may be left with unasked. */
  const harmless = useRef(kept ? kept.seen : toDraft(initialValues))

  const read = useCallback(
    () => ({ ...initialValues, ...form.getFieldsValue(true) }) as FormValues,
    [form, initialValues],
  )
  const isSaved = useRef(false)
  const hasChanges = useCallback(() => !isSaved.current && !isSame(toDraft(read()), harmless.current), [read])
  const noteChange = () => {
    setFailure(null)
    if (hasChanges()) keepDraft(key, { values: read(), seen: seen.current })
    else dropDraft(key)
  }
  const fill = (draft: CustomerDraft) => {
    form.resetFields()
    form.setFieldsValue(toValues(draft) as never)
  }
  const startAfresh = (draft: CustomerDraft) => {
    dropDraft(key)
    seen.current = draft
    harmless.current = draft
    isSaved.current = false
    setRestored(false)
    setFailure(null)
    fill(draft)
  }

  const checkFields = async (): Promise<boolean> => {
    form.setFieldsValue(withWrittenDays(read(), today) as never)
    try {
      await form.validateFields()
      return true
    } catch (result) {
      const fields = (result as { errorFields?: { name: (string | number)[] }[] }).errorFields ?? []
      setFailure({ kind: 'invalid', count: fields.length })
      if (fields[0]) form.focusField(fields[0].name as never)
      return false
    }
  }
  /** Answers whose card it was, or null when it was not saved; then `failure` or `conflict` says why. */
  const saveDraft = async (mine: CustomerDraft): Promise<number | null> => {
    setSaving(true)
    setFailure(null)
    try {
      const saved = await write(mine, seen.current)
      isSaved.current = true
      dropDraft(key)
      noteSaved(archiveToken, read())
      tellSaved(mine, saved)
      return saved.customerId
    } catch (thrown) {
      const error = toAppError(thrown)
      const found =
        error.code === 'conflict' && customerId !== null
          ? await findConflict(customerId, mine, seen.current)
          : null
      if (found) setConflict(found)
      else setFailure({ kind: 'error', error })
      return null
    } finally {
      setSaving(false)
    }
  }
  const save = async (): Promise<number | null> => {
    if (isSaving) return null
    await takeTypedWord()
    if (!(await checkFields())) return null
    const parsed = CustomerDraft.safeParse(toDraft(read()))
    if (parsed.success) return saveDraft(parsed.data)
    setFailure({ kind: 'error', error: new AppError('invalid-request') })
    return null
  }
  /** Writes into a field what the card that was saved last has there; nothing where it has nothing. */
  const repeatLast = (path: readonly (string | number)[]) => {
    const value = path.reduce<unknown>(
      (at, step) => (at as Readonly<Record<string, unknown>> | undefined)?.[step],
      findLastSaved(archiveToken),
    )
    if (value === undefined || value === null || value === '') return
    form.setFieldValue([...path] as never, value as never)
    noteChange()
  }
  const resolve = async (choices: Readonly<Partial<Record<DraftField, Choice>>>): Promise<number | null> => {
    if (!conflict) return null
    const merged = rebaseDraft(conflict.mine, seen.current, conflict.stored, choices)
    seen.current = conflict.stored
    setConflict(null)
    fill(merged)
    return saveDraft(merged)
  }
  return {
    form,
    initialValues,
    isRestored,
    isSaving,
    failure,
    conflict,
    hasChanges,
    noteChange,
    repeatLast,
    save,
    resolve,
    cancelConflict: () => setConflict(null),
    dropChanges: () => startAfresh(start.seen),
    startAfresh,
    forget: () => dropDraft(key),
  }
}

type Saved = {
  readonly customerId: number
  readonly archiveNumber: string | null
  readonly changeSetId: number | null
}

/** Creating or changing the card, and saying so with the way back. */
function useWriting(customerId: number | null) {
  const { t } = useTranslation()
  const { tellDone } = useUndo()
  const toast = useToast()
  const write = async (draft: CustomerDraft, seen: CustomerDraft): Promise<Saved> => {
    if (customerId === null) return call('customers.create', { draft })
    const { changeSetId } = await call('customers.update', { customerId, draft, seen })
    return { customerId, archiveNumber: null, changeSetId }
  }
  const tellSaved = ({ name }: CustomerDraft, { archiveNumber, changeSetId }: Saved) => {
    if (changeSetId === null) {
      toast({ text: t('customers.form.nothingChanged') })
      return
    }
    const text =
      archiveNumber === null
        ? t('customers.form.saved', { name })
        : t('customers.form.created', { name, archiveNumber })
    tellDone(text, changeSetId)
  }
  return { write, tellSaved }
}

/** What the archive holds now, against what was typed; null when it cannot be read. */
async function findConflict(
  customerId: number,
  mine: CustomerDraft,
  seen: CustomerDraft,
): Promise<Conflict | null> {
  const file = await call('customers.get', { customerId, orderLimit: 0 }).catch(() => null)
  if (!file) return null
  const stored = draftOf(file)
  return { mine, stored, fields: conflictingFields(mine, seen, stored) }
}
