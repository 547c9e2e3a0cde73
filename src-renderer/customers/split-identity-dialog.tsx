import { Input, Modal } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import type { FilesOfCustomer } from '#shared/contract/identities.contract.ts'

export type SplitTarget = FilesOfCustomer['identities'][number]

type SplitIdentityProps = {
  readonly target: SplitTarget
  /** How the customer is called from whom the buyer ID is taken. */
  readonly formerName: string
  readonly onClose: () => void
}

/** Makes one buyer ID with its orders a file of its own, under a name that can be changed. */
export function SplitIdentityDialog({ target, formerName, onClose }: SplitIdentityProps) {
  const { t } = useTranslation()
  const { tellDone } = useUndo()
  const split = useCommand('identities.splitIdentity')
  const [name, setName] = useState(target.nickname ?? formerName)
  const canSplit = name.trim() !== ''
  const splitNow = async () => {
    if (!canSplit || split.isRunning) return
    const done = await split.run({ identityId: target.identityId, name: name.trim() })
    if (!done) return
    const { archiveNumber, orderCount } = done
    tellDone(t('duplicates.splitBuyerDone', { archiveNumber, count: orderCount }), done.changeSetId)
    onClose()
  }
  return (
    <Modal
      open
      title={t('duplicates.splitBuyerOf', { buyer: target.value })}
      okText={t('duplicates.split')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !canSplit, loading: split.isRunning }}
      onOk={() => void splitNow()}
      onCancel={onClose}
    >
      {split.error && <ErrorNote error={split.error.data} />}
      <p>{t('duplicates.splitBuyerText')}</p>
      <Input
        aria-label={t('duplicates.field.name')}
        prefix={<span className="tertiary">{t('duplicates.field.name')}</span>}
        autoFocus
        value={name}
        maxLength={200}
        onChange={event => setName(event.target.value)}
        onPressEnter={event => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return
          void splitNow()
        }}
      />
    </Modal>
  )
}
