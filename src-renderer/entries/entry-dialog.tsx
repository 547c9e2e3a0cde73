import { Button, Form, Input, Modal, Select } from 'antd'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { FormField, useRequiredWord } from '#renderer/components/form-field.tsx'
import { onCtrlEnter } from '#renderer/components/on-ctrl-enter.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { parseBirthDate, parseDay } from '#shared/domain/birth-date-text.ts'
import { type FileEntry, FileEntryDraft, type FileEntryKind } from '#shared/domain/file-entry.ts'
import { type EntryPart, entryParts, partOf } from './entry-parts.ts'

type EntryDialogProps = {
  readonly customerId: number
  readonly kind: FileEntryKind
  /** Null for a new one. */
  readonly entry: FileEntry | null
  readonly onClose: () => void
}

type Values = Readonly<Record<string, string | undefined>>

/** Adds or changes a line of a file. */
export function EntryDialog({ today, ...props }: EntryDialogProps & { readonly today: string }) {
  const { kind, entry, onClose } = props
  const { t, tCode } = useTranslation()
  const requiredMark = useRequiredWord()
  const [form] = Form.useForm<Values>()
  const { saveNow, removeNow, error, isRunning } = useEntryActs(props)
  const parts = entryParts[kind]
  const save = async () => {
    const values = await form.validateFields().catch(() => null)
    if (values) await saveNow(draftOf(kind, values, today))
  }
  return (
    <Modal
      open
      title={t(entry ? 'entries.edit' : 'entries.add', { kind: tCode(`entry-kind.${kind}`) })}
      onCancel={onClose}
      afterOpenChange={isOpen => isOpen && form.focusField(parts[0]?.name ?? '')}
      footer={
        <>
          {entry && (
            <Button danger className="entry-remove" onClick={() => void removeNow()}>
              {t('entries.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" loading={isRunning} onClick={() => void save()}>
            {t('entries.save')}
          </Button>
        </>
      }
    >
      {error && <ErrorNote error={error} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={Object.fromEntries(
          parts.map(({ name, input }) => [
            name,
            (entry && partOf(entry.entry, name)) ?? (input === 'day' && !entry ? today : undefined),
          ]),
        )}
        onKeyDown={onCtrlEnter(save)}
      >
        {parts.map(part => (
          <FormField
            key={part.name}
            name={part.name}
            label={tCode(`entry-part.${part.name}`)}
            isRequired={part.isRequired ?? false}
            rule={{
              validator: async (_rule, typed: string | undefined) => {
                const issue = issueOf(part, typed ?? '', today)
                if (issue !== null) throw new Error(tCode(`field-issue.${issue}`))
              },
            }}
          >
            <PartInput part={part} />
          </FormField>
        ))}
      </Form>
    </Modal>
  )
}

function PartInput({ part, ...item }: { readonly part: EntryPart }) {
  const { tCode } = useTranslation()
  switch (part.input) {
    case 'choice':
      return (
        <Select
          {...item}
          options={(part.choices ?? []).map(code => ({
            value: code,
            label: tCode(`entry.${part.name}.${code}`),
          }))}
        />
      )
    case 'story':
      return <Input.TextArea {...item} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={10_000} />
    case 'line':
      return <Input {...item} maxLength={200} />
    default:
      return <Input {...item} className="num entry-day" maxLength={40} />
  }
}

/** What is wrong with what was typed for a part; null when nothing is. */
function issueOf(part: EntryPart, typed: string, today: string): string | null {
  const text = typed.trim()
  if (text === '') return part.isRequired ? 'required' : null
  if (part.input === 'day') return parseDay(text, today) === null ? 'date-invalid' : null
  if (part.input === 'birth') return parseBirthDate(text, today) === null ? 'birth-date-invalid' : null
  return null
}

function draftOf(kind: FileEntryKind, values: Values, today: string): FileEntryDraft {
  const parts = entryParts[kind].map(({ name, input }) => {
    const text = values[name]?.trim() ?? ''
    if (text === '') return [name, null]
    if (input === 'day') return [name, parseDay(text, today)]
    return [name, input === 'birth' ? parseBirthDate(text, today) : text]
  })
  return FileEntryDraft.parse({ kind, ...Object.fromEntries(parts) })
}

function useEntryActs({ customerId, kind, entry, onClose }: EntryDialogProps) {
  const { t, tCode } = useTranslation()
  const { tellDone } = useUndo()
  const add = useCommand('entries.add')
  const change = useCommand('entries.save')
  const remove = useCommand('entries.remove')
  const name = tCode(`entry-kind.${kind}`)
  const end = (answer: { changeSetId: number | null } | undefined, text: string) => {
    if (!answer) return
    if (answer.changeSetId !== null) tellDone(text, answer.changeSetId)
    onClose()
  }
  return {
    saveNow: async (draft: FileEntryDraft) => {
      const answer = entry
        ? await change.run({ entryId: entry.entryId, entry: draft })
        : await add.run({ customerId, entry: draft })
      end(answer, t('entries.saved', { kind: name }))
    },
    removeNow: async () => {
      if (entry) end(await remove.run({ entryId: entry.entryId }), t('entries.removed', { kind: name }))
    },
    error: (add.error ?? change.error ?? remove.error)?.data,
    isRunning: add.isRunning || change.isRunning || remove.isRunning,
  }
}
