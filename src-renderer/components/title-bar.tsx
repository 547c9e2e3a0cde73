import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'

/** 客 on a green square, like a seal. */
export function ProductMark({ isLarge = false }: { isLarge?: boolean }) {
  return (
    <span className={isLarge ? 'product-mark is-large' : 'product-mark'} aria-hidden="true">
      客
    </span>
  )
}

/** A button of the title bar: the only place where an icon stands alone, so it has a name and a key. */
export function IconButton(props: {
  icon: ReactNode
  label: string
  keys?: string
  isDisabled?: boolean
  onClick: () => void
}) {
  const hint = props.keys ? `${props.label} (${props.keys})` : props.label
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={props.label}
      title={hint}
      disabled={props.isDisabled}
      onClick={props.onClick}
    >
      {props.icon}
    </button>
  )
}

type TitleBarProps = {
  readonly archiveName?: string
  /** The search box, in the middle. */
  readonly search?: ReactNode
  /** Icon buttons at the right. */
  readonly tools?: ReactNode
  /** The system draws its window buttons into this bar: keep their place free. */
  readonly hasWindowButtons?: boolean
}

/** Top of the window: mark, archive, search, tools. The window is dragged by it. */
export function TitleBar({ archiveName, search, tools, hasWindowButtons }: TitleBarProps) {
  const { t } = useTranslation()
  return (
    <header className={hasWindowButtons ? 'title-bar has-window-buttons' : 'title-bar'}>
      <div className="row">
        <ProductMark />
        <b className="nowrap">{t('common.appName')}</b>
        {archiveName !== undefined && <span className="tertiary clip">{archiveName}</span>}
      </div>
      <div className="title-bar-search">{search}</div>
      <div className="title-bar-tools">{tools}</div>
    </header>
  )
}
