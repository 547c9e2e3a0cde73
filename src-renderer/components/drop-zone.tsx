import { InboxOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'

type DropZoneProps = {
  readonly title: ReactNode
  readonly hint?: ReactNode
  readonly footnote?: ReactNode
  /** Files are being dragged over the window (`useWindowFileDrop`). */
  readonly isOver: boolean
  /** The files that were chosen with the button. Drops are taken for the whole window. */
  readonly onFiles: (files: File[]) => void
  /** Opens the system's dialog instead of the browser's own. */
  readonly onChoose?: () => void
  /** More buttons beside "choose files". */
  readonly children?: ReactNode
}

/** The place where files are dropped, with a button for the keyboard. */
export function DropZone(props: DropZoneProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const choose = props.onChoose ?? (() => input.current?.click())
  return (
    <div className={props.isOver ? 'drop-zone is-over' : 'drop-zone'}>
      <InboxOutlined className="drop-zone-icon" />
      <div className="page-title">{props.isOver ? t('common.drop.here') : props.title}</div>
      <div className="secondary">{props.hint}</div>
      <div className="drop-zone-actions">
        <Button type="primary" size="large" onClick={choose}>
          {t('common.chooseFiles')}
        </Button>
        {props.children}
      </div>
      <div className="small tertiary">{props.footnote}</div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('common.chooseFiles')}
        onChange={event => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) props.onFiles(files)
        }}
      />
    </div>
  )
}

/** Covers any page while files are dragged over the window. */
export function WindowDropHint() {
  const { t } = useTranslation()
  return <div className="window-drop page-title">{t('common.drop.here')}</div>
}
