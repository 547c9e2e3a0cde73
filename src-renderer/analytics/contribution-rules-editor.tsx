import { Button, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { focusFirstField } from '#renderer/components/focus-first-field.ts'
import { useToast } from '#renderer/components/toast.tsx'
import { ruleSetWords } from '#renderer/i18n/contribution-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { ContributionPreview } from './contribution-preview.tsx'
import { figureGroups, type RuleFigure, toFigures, toRules } from './contribution-rule-form.ts'
import type { ContributionRulesNow } from './use-contribution-rules.ts'

type ContributionRulesEditorProps = {
  readonly rules: ContributionRulesNow
  readonly asOf: CalendarDate
  readonly onSaved: (code: string) => void
  readonly onClose: () => void
}

const percents: ReadonlySet<RuleFigure> = new Set(['topShare', 'highShare', 'middleShare', 'lossShare'])

/** Changes the figures of a reading and shows who would be in which group; saving makes a new version, or a set of one's own. */
export function ContributionRulesEditor({ rules, asOf, onSaved, onClose }: ContributionRulesEditorProps) {
  const translation = useTranslation()
  const { t, tCode } = translation
  const toast = useToast()
  const save = useCommand('analytics.saveContributionRules')
  const { chosen, versions } = rules
  const isReady = chosen.name === null
  const [name, setName] = useState(chosen.name ?? t('contribution.edit.newName'))
  const [figures, setFigures] = useState(() => toFigures(chosen.rules))
  const edited = toRules(figures)
  const starts = versions.map(one => ({
    value: `${one.code}/${one.version}`,
    label: ruleSetWords(translation, one),
  }))
  const startFrom = (key: string) => {
    const found = versions.find(one => `${one.code}/${one.version}` === key)
    if (found) setFigures(toFigures(found.rules))
  }
  const submit = async () => {
    if (!edited) return
    const saved = await save.run({ code: isReady ? null : chosen.code, name, rules: edited })
    if (!saved) return
    toast({ text: t('segments.rules.saved', { version: String(saved.version) }) })
    onSaved(saved.code)
    onClose()
  }
  return (
    <Modal
      open
      afterOpenChange={focusFirstField}
      width={760}
      style={{ top: 16 }}
      title={t('contribution.edit.title')}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('common.cancel')}
        </Button>,
        <Button
          key="save"
          type="primary"
          disabled={!edited || name.trim() === ''}
          loading={save.isRunning}
          onClick={submit}
        >
          {isReady
            ? t('contribution.edit.saveNew')
            : t('segments.rules.save', { version: String(chosen.version + 1) })}
        </Button>,
      ]}
    >
      {save.error && <ErrorNote error={save.error} />}
      <p className="secondary">{t('contribution.edit.note')}</p>
      <div className="contribution-edit">
        <div>
          <div className="contribution-edit-line">
            <span>{t('contribution.edit.name')}</span>
            <Input
              aria-label={t('contribution.edit.name')}
              maxLength={50}
              value={name}
              onChange={event => setName(event.target.value)}
            />
          </div>
          <div className="contribution-edit-line">
            <span>{t('contribution.edit.start')}</span>
            <Select
              aria-label={t('contribution.edit.start')}
              placeholder={t('contribution.edit.startHint')}
              options={starts}
              onChange={startFrom}
            />
          </div>
          {Object.entries(figureGroups).map(([group, keys]) => (
            <fieldset key={group} className="rule-edges">
              <legend className="small secondary">{tCode(`contribution.edit.${group}`)}</legend>
              {keys.map(key => (
                <div key={key} className="contribution-edit-line">
                  <span>{tCode(`contribution.figure.${key}`)}</span>
                  <InputNumber
                    aria-label={tCode(`contribution.figure.${key}`)}
                    min={0}
                    value={figures[key]}
                    status={edited ? '' : 'warning'}
                    suffix={percents.has(key) ? '%' : undefined}
                    onChange={value => setFigures({ ...figures, [key]: value })}
                  />
                </div>
              ))}
            </fieldset>
          ))}
          {!edited && <div className="seal small">{t('contribution.edit.invalid')}</div>}
        </div>
        <ContributionPreview asOf={asOf} before={chosen.rules} after={edited} />
      </div>
    </Modal>
  )
}
