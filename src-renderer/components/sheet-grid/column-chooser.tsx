import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, type InputRef, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'

type ColumnChooserProps = {
  /** All that there are. */
  readonly columns: readonly { readonly key: string; readonly title: string }[]
  /** Keys of the shown ones in their order. */
  readonly shown: readonly string[]
  readonly onChange: (shown: readonly string[]) => void
  readonly onReset: () => void
  readonly onClose: () => void
}

/** Which columns a list shows, and in which order: those shown first, then the others. */
export function ColumnChooser({ columns, shown, onChange, onReset, onClose }: ColumnChooserProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const first = useRef<InputRef>(null)
  const titles = new Map(columns.map(({ key, title }) => [key, title]))
  const hidden = columns.filter(({ key }) => !shown.includes(key)).map(({ key }) => key)
  const wanted = [...shown.filter(key => titles.has(key)), ...hidden].filter(key =>
    (titles.get(key) ?? '').toLowerCase().includes(text.trim().toLowerCase()),
  )
  const toggle = (key: string) =>
    onChange(shown.includes(key) ? shown.filter(one => one !== key) : [...shown, key])
  return (
    <Modal
      open
      title={t('grid.columns')}
      afterOpenChange={isOpen => isOpen && first.current?.focus()}
      okText={t('common.close')}
      onOk={onClose}
      onCancel={onClose}
      footer={(_, { OkBtn }) => (
        <>
          <Button onClick={onReset}>{t('grid.columns.reset')}</Button>
          <OkBtn />
        </>
      )}
    >
      <p className="secondary">{t('grid.columns.hint')}</p>
      <Input
        ref={first}
        allowClear
        aria-label={t('grid.columns.search')}
        placeholder={t('grid.columns.search')}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <ul className="sg-chooser">
        {wanted.map(key => {
          const column = titles.get(key) ?? ''
          const at = shown.indexOf(key)
          return (
            <li key={key}>
              <Checkbox
                checked={at !== -1}
                disabled={at !== -1 && shown.length === 1}
                onChange={() => toggle(key)}
              >
                {column}
              </Checkbox>
              {at !== -1 && (
                <span>
                  <Button
                    type="text"
                    size="small"
                    icon={<UpOutlined />}
                    disabled={at === 0}
                    aria-label={t('grid.columns.up', { column })}
                    title={t('grid.columns.up', { column })}
                    onClick={() => onChange(withKeyAt(shown, key, at - 1))}
                  />
                  <Button
                    type="text"
                    size="small"
                    icon={<DownOutlined />}
                    disabled={at === shown.length - 1}
                    aria-label={t('grid.columns.down', { column })}
                    title={t('grid.columns.down', { column })}
                    onClick={() => onChange(withKeyAt(shown, key, at + 1))}
                  />
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </Modal>
  )
}

/** Moves a key to a place; beyond an end it stays at the end. */
export function withKeyAt(keys: readonly string[], key: string, place: number): readonly string[] {
  const to = Math.max(0, Math.min(keys.length - 1, place))
  return keys.filter(one => one !== key).toSpliced(to, 0, key)
}
