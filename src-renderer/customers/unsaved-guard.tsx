import { Button, Modal } from 'antd'
import { useCallback, useEffect, useRef } from 'react'
import { useBlocker } from 'react-router'
import { useTranslation } from '#renderer/i18n/use-translation.ts'

type UnsavedGuardProps = {
  /** Asked at the moment of leaving. */
  readonly hasChanges: () => boolean
  /** True when it was saved, so that one may leave. */
  readonly onSave: () => Promise<boolean>
  /** Forgets the changes. */
  readonly onDrop: () => void
}

/** Stands before the door of a form with unsaved changes: save, set aside for later, drop, or stay. */
export function UnsavedGuard({ hasChanges, onSave, onDrop }: UnsavedGuardProps) {
  const { t } = useTranslation()
  const asked = useRef(hasChanges)
  useEffect(() => {
    asked.current = hasChanges
  })
  const blocker = useBlocker(useCallback(() => asked.current(), []))
  useEffect(() => {
    // The window program then asks in a dialog of its own.
    const hold = (event: BeforeUnloadEvent) => {
      if (asked.current()) event.preventDefault()
    }
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [])

  const stay = () => blocker.reset?.()
  const leave = () => blocker.proceed?.()
  const drop = () => {
    onDrop()
    leave()
  }
  const save = async () => {
    if (await onSave()) leave()
    else stay()
  }
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={t('customers.leave.title')}
      onCancel={stay}
      width={460}
      footer={[
        <Button key="drop" danger className="leave-drop" onClick={drop}>
          {t('customers.leave.drop')}
        </Button>,
        <Button key="keep" onClick={leave}>
          {t('customers.leave.keep')}
        </Button>,
        <Button key="save" type="primary" autoFocus onClick={() => void save()}>
          {t('customers.leave.save')}
        </Button>,
      ]}
    >
      {t('customers.leave.text')}
    </Modal>
  )
}
