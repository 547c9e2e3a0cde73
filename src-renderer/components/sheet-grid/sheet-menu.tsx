import { Dropdown, type MenuProps } from 'antd'

/** Where a menu stands, in px from the left upper corner of the grid, and what it offers. */
export type SheetMenuState = {
  readonly x: number
  readonly y: number
  readonly items: NonNullable<MenuProps['items']>
}

/** The menu of a cell or of a head, at the place where it was asked for. Its first entry has the focus. */
export function SheetMenu({ menu, onClose }: { menu: SheetMenuState; onClose: () => void }) {
  return (
    <Dropdown
      open
      autoFocus
      trigger={['click']}
      menu={{ items: menu.items, onClick: onClose }}
      onOpenChange={isOpen => {
        if (!isOpen) onClose()
      }}
    >
      <span className="sg-menu-place" style={{ left: menu.x, top: menu.y }} />
    </Dropdown>
  )
}
