// biome-ignore-all lint/a11y/useSemanticElements: the older browser of Windows 7 does not know the search element
import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { Find } from './use-find.ts'

/** Over the heads at the right while a text is looked for in the list. */
export function SheetFind({ find, onClose }: { find: Find; onClose: () => void }) {
  const { t } = useTranslation()
  const { text, looked, isNothing } = find.state
  return (
    <div
      className="sg-find"
      role="search"
      onKeyDown={event => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing || event.keyCode === 229) return
        if (event.key === 'Escape') onClose()
      }}
    >
      <Input
        size="small"
        autoFocus
        aria-label={t('grid.find')}
        placeholder={t('grid.find')}
        maxLength={100}
        value={text}
        onChange={event => find.type(event.target.value)}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing || event.keyCode === 229 || event.key !== 'Enter') return
          event.preventDefault()
          void find.find(event.shiftKey ? -1 : 1)
        }}
      />
      <span className="small tertiary sg-find-state" role="status">
        {looked !== null && t('grid.find.looked', { count: looked })}
        {isNothing && t('grid.find.nothing')}
      </span>
      <Button
        size="small"
        type="text"
        icon={<UpOutlined />}
        aria-label={t('grid.find.previous')}
        title={`${t('grid.find.previous')} (Shift+Enter)`}
        onClick={() => void find.find(-1)}
      />
      <Button
        size="small"
        type="text"
        icon={<DownOutlined />}
        aria-label={t('grid.find.next')}
        title={`${t('grid.find.next')} (Enter)`}
        onClick={() => void find.find(1)}
      />
      <Button
        size="small"
        type="text"
        icon={<CloseOutlined />}
        aria-label={t('common.close')}
        title={`${t('common.close')} (Esc)`}
        onClick={onClose}
      />
    </div>
  )
}
