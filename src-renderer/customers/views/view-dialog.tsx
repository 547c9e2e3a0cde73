import { Input, type InputRef, Modal } from 'antd'
import { useId, useRef, useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import type { SavedView } from '#shared/domain/saved-view.ts'

type ViewDialogProps = {
  readonly views: readonly SavedView[]
  /** The view that gets another name; without it the list as it is is saved. */
  readonly renamed: SavedView | undefined
  readonly onSave: (name: string) => Promise<void>
  readonly onClose: () => void
}

/** Asks for the name of a view. */
export function ViewDialog({ views, renamed, onSave, onClose }: ViewDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const input = useRef<InputRef>(null)
  const { tellDone } = useUndo()
  const rename = useCommand('views.rename')
  const [typed, setTyped] = useState(renamed?.name ?? '')
  const name = typed.trim()
  const hasOther = views.some(view => view.name === name && view.viewId !== renamed?.viewId)
  const canDo = name !== '' && !(renamed && hasOther)
  const saveNow = async () => {
    if (!canDo) return
    if (!renamed) await onSave(name)
    else {
      const done = await rename.run({ viewId: renamed.viewId, name })
      if (!done) return
      if (done.changeSetId !== null) tellDone(t('views.renamed', { name }), done.changeSetId)
    }
    onClose()
  }
  return (
    <Modal
      open
      title={t(renamed ? 'views.rename.title' : 'views.save.title')}
      afterOpenChange={isOpen => isOpen && input.current?.focus({ cursor: 'all' })}
      okText={t(renamed ? 'views.rename.ok' : 'views.save.ok')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !canDo, loading: rename.isRunning }}
      onOk={() => void saveNow()}
      onCancel={onClose}
    >
      {rename.error && <ErrorNote error={rename.error.data} />}
      <label htmlFor={id}>{t('views.name')}</label>
      <Input
        id={id}
        ref={input}
        maxLength={50}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onPressEnter={() => void saveNow()}
      />
      <p className="secondary" role={hasOther ? 'alert' : undefined}>
        {hasOther
          ? renamed
            ? t('error.name-taken')
            : t('views.replaces')
          : !renamed && t('views.save.hint')}
      </p>
    </Modal>
  )
}
