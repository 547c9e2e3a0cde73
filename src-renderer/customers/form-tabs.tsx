import { Form, Tabs } from 'antd'
import type { ComponentProps } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { type FieldGroup, FieldTab } from '#shared/domain/field.ts'
import { FormFields } from './form-fields.tsx'
import { OwnFieldGroups } from './own-field-groups.tsx'
import { groupsOfKind } from './own-field-text.ts'

type FormTabsProps = ComponentProps<typeof FormFields> & {
  readonly tab: FieldTab
  readonly onTab: (tab: FieldTab) => void
  readonly groups: readonly FieldGroup[]
}

/** The page of the form on which a field stands; the default card and unknown fields are on the first. */
export function tabOfField(groups: readonly FieldGroup[], fieldKey: string | null): FieldTab {
  const group = groups.find(one => one.fields.some(field => String(field.fieldId) === fieldKey))
  return group?.tab ?? 'basic'
}

/** The default card and the further fields, on pages that fit the kind of customer. Ctrl+PageUp and PageDown turn them. */
export function FormTabs({ tab, onTab, groups, ...fields }: FormTabsProps) {
  const { t } = useTranslation()
  const kind = Form.useWatch('kind', fields.form) ?? 'individual'
  const shown = groupsOfKind(groups, kind)
  const tabs = FieldTab.options.filter(one => one === 'basic' || shown.some(group => group.tab === one))
  const turn = (step: number) => {
    const next = tabs[tabs.indexOf(tab) + step]
    if (next) onTab(next)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that hold for every field of the form
    <div
      onKeyDown={event => {
        if (!event.ctrlKey || (event.key !== 'PageUp' && event.key !== 'PageDown')) return
        event.preventDefault()
        turn(event.key === 'PageDown' ? 1 : -1)
      }}
    >
      <Tabs
        size="small"
        activeKey={tabs.includes(tab) ? tab : 'basic'}
        onChange={key => onTab(key as FieldTab)}
        items={tabs.map(one => ({
          key: one,
          label: t(`field-tab.${one}`),
          forceRender: true,
          children: (
            <>
              {one === 'basic' && <FormFields {...fields} />}
              <OwnFieldGroups groups={shown.filter(group => group.tab === one)} />
            </>
          ),
        }))}
      />
    </div>
  )
}
