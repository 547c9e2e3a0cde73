import { Button, Form, Input, Modal } from 'antd'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { onCtrlEnter } from '#renderer/components/on-ctrl-enter.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { type NotedRegion, RegionAspect, type RegionNotes } from '#shared/domain/region-note.ts'

type RegionNotesDialogProps = {
  readonly region: NotedRegion
  readonly name: string
  readonly onClose: () => void
}

type Values = Partial<Record<RegionAspect, string>>

/** Writes what holds for a region. */
export function RegionNotesDialog({ region, name, onClose }: RegionNotesDialogProps) {
  const { t } = useTranslation()
  const { tellDone } = useUndo()
  const { run, error, isRunning } = useCommand('regionNotes.save')
  const [form] = Form.useForm<Values>()
  const save = async () => {
    const saved = await run({
      place: region.place,
      seen: region.notes,
      notes: notesOf(form.getFieldsValue()),
    })
    if (!saved) return
    if (saved.changeSetId !== null) tellDone(t('regionNotes.saved', { region: name }), saved.changeSetId)
    onClose()
  }
  return (
    <Modal
      open
      title={t('regionNotes.edit', { region: name })}
      onCancel={onClose}
      afterOpenChange={isOpen => isOpen && form.focusField('culture')}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" loading={isRunning} onClick={() => void save()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      {error && <ErrorNote error={error.data} />}
      <p className="region-notes-hint small secondary">{t('regionNotes.shared')}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={valuesOf(region.notes)}
        onKeyDown={onCtrlEnter(save)}
      >
        {RegionAspect.options.map(aspect => (
          <Form.Item key={aspect} name={aspect} label={t(`regionNotes.aspect.${aspect}`)}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={10_000} />
          </Form.Item>
        ))}
      </Form>
    </Modal>
  )
}

function valuesOf(notes: RegionNotes): Values {
  return Object.fromEntries(RegionAspect.options.map(aspect => [aspect, notes[aspect] ?? '']))
}

function notesOf(values: Values): RegionNotes {
  const note = (aspect: RegionAspect) => values[aspect]?.trim() || null
  return {
    culture: note('culture'),
    customs: note('customs'),
    potential: note('potential'),
    policy: note('policy'),
  }
}
