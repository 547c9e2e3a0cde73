import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { focusFirstField } from '#renderer/components/focus-first-field.ts'
import { advisedPolicy } from '#renderer/i18n/contribution-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import type { ContributionGroup } from '#shared/domain/contribution.ts'
import type { GroupPolicy } from '#shared/domain/contribution-rule-set.ts'

type GroupUsesProps = {
  readonly group: ContributionGroup
  readonly policies: readonly GroupPolicy[]
  readonly onCallList: () => void
}

/** What can be done with a group: write down what to do, and for those who are lost make a list to phone. */
export function GroupUses({ group, policies, onCallList }: GroupUsesProps) {
  const { t } = useTranslation()
  const [isEditing, setEditing] = useState(false)
  const isLost = group === 'lost-middle' || group === 'lost-low'
  return (
    <>
      {isLost && (
        <Button size="small" onClick={onCallList} title={t('contribution.callList.how')}>
          {t('contribution.callList')}
        </Button>
      )}
      <Button size="small" onClick={() => setEditing(true)}>
        {t('contribution.policy.edit')}
      </Button>
      {isEditing && <PolicyEditor group={group} policies={policies} onClose={() => setEditing(false)} />}
    </>
  )
}

type PolicyEditorProps = Omit<GroupUsesProps, 'onCallList'> & { readonly onClose: () => void }

function PolicyEditor({ group, policies, onClose }: PolicyEditorProps) {
  const translation = useTranslation()
  const { t } = translation
  const save = useCommand('analytics.saveGroupPolicy')
  const own = policies.find(one => one.group === group)?.text
  const advised = advisedPolicy(translation, group)
  const [text, setText] = useState(own ?? advised ?? '')
  const submit = async (wanted: string | null) => {
    if ((await save.run({ group, text: wanted })) !== undefined) onClose()
  }
  return (
    <Modal
      open
      afterOpenChange={focusFirstField}
      title={t('contribution.policy.title', { group: t(`contribution.group.${group}`) })}
      onCancel={onClose}
      footer={[
        ...(own
          ? [
              <Button key="restore" onClick={() => submit(null)}>
                {advised === null ? t('contribution.policy.clear') : t('contribution.policy.restore')}
              </Button>,
            ]
          : []),
        <Button key="cancel" onClick={onClose}>
          {t('common.cancel')}
        </Button>,
        <Button
          key="save"
          type="primary"
          disabled={text.trim() === ''}
          loading={save.isRunning}
          onClick={() => submit(text.trim() === advised ? null : text.trim())}
        >
          {t('common.save')}
        </Button>,
      ]}
    >
      {save.error && <ErrorNote error={save.error} />}
      <Input.TextArea
        aria-label={t('contribution.policy.title', { group: t(`contribution.group.${group}`) })}
        autoSize={{ minRows: 3, maxRows: 8 }}
        maxLength={500}
        value={text}
        onChange={event => setText(event.target.value)}
      />
    </Modal>
  )
}
