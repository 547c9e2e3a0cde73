import { DefinitionList } from '#renderer/components/definition-list.tsx'
import { Kbd } from '#renderer/components/kbd.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'

const keys = [
  { act: 'search', names: ['Ctrl K', 'F3'] },
  { act: 'go', names: ['Ctrl 1', '…', 'Ctrl 8'] },
  { act: 'neighbours', names: ['Alt ←', 'Alt →'] },
  { act: 'create', names: ['Ctrl N'] },
  { act: 'filter', names: ['Ctrl Shift L'] },
  { act: 'call', names: ['F9'] },
  { act: 'cells', names: ['F2', 'Delete', 'Ctrl D'] },
  { act: 'open', names: ['Ctrl Enter'] },
  { act: 'find', names: ['Ctrl F'] },
  { act: 'undo', names: ['Ctrl Z', 'Ctrl Y'] },
  { act: 'fold', names: ['Ctrl B'] },
  { act: 'regions', names: ['F6'] },
  { act: 'zoom', names: ['Ctrl +', 'Ctrl -', 'Ctrl 0'] },
  { act: 'window', names: ['Ctrl Shift N'] },
] as const

/** Keys that work everywhere in the window. */
export function KeysPanel() {
  const { t } = useTranslation()
  return (
    <Panel title={t('settings.keys')}>
      <DefinitionList
        items={keys.map(({ act, names }) => ({
          key: act,
          term: (
            <>
              {names.map(name => (
                <span key={name}>{name === '…' ? '… ' : <Kbd keys={name} />} </span>
              ))}
            </>
          ),
          value: t(`settings.keys.${act}`),
        }))}
      />
    </Panel>
  )
}
