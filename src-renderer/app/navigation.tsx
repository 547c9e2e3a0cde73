import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { useLocation } from 'react-router'
import { NavigationGroup, NavigationItem } from '#renderer/components/navigation.tsx'
import { IconButton } from '#renderer/components/title-bar.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { entryPages, navigationGroups } from './routes.tsx'

/** Left of the window: where one can go, by the question that brings one there. */
export function Navigation({ isFolded, onFold }: { isFolded: boolean; onFold: () => void }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const isCurrent = (path: string) => pathname === path || pathname.startsWith(`${path}/`)
  return (
    <nav className="navigation" aria-label={t('shell.navigation')} data-region="navigation">
      {navigationGroups.map(group => {
        const entries = entryPages.filter(page => page.entry.group === group)
        if (entries.length === 0) return null
        return (
          <NavigationGroup key={group} label={t(`shell.group.${group}`)}>
            {entries.map(({ path, entry }) => (
              <NavigationItem
                key={path}
                href={`#${path}`}
                icon={entry.icon}
                label={t(entry.label as 'shell.entry.settings')}
                isCurrent={isCurrent(path)}
                isFolded={isFolded}
              />
            ))}
          </NavigationGroup>
        )
      })}
      <span className="grow" />
      <IconButton
        icon={isFolded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        label={t(isFolded ? 'shell.unfoldNavigation' : 'shell.foldNavigation')}
        keys="Ctrl+B"
        onClick={onFold}
      />
    </nav>
  )
}
