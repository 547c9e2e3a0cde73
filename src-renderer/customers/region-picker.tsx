import { Cascader } from 'antd'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { Region, RegionNames, RegionTree } from '#shared/domain/region.ts'
import { RegionMark } from './region-line.tsx'
import { regionText } from './region-words.ts'

type RegionPickerProps = {
  /** The address once its field was left. */
  readonly address: string
  /** What the archive holds for it. */
  readonly stored: Region | undefined
  /** What was picked since. */
  readonly picked: RegionNames | undefined
  readonly onPick: (names: RegionNames | undefined) => void
}

type Option = { readonly value: string; readonly label: string; readonly children?: Option[] }

/** Provinces, cities and districts for a cascader; `directly` names what lies right below its province. */
export function regionOptions(tree: RegionTree, directly: string): Option[] {
  const leaf = (name: string) => ({ value: name, label: name })
  return tree.map(({ name, cities }) => ({
    ...leaf(name),
    children: cities.map(city => ({
      value: city.name,
      label: city.name || directly,
      ...(city.districts.length > 0 ? { children: city.districts.map(leaf) } : {}),
    })),
  }))
}

/** The way through the lists to a region; what lies directly below its province stands in a city without a name. */
function pathOf({ province, city, district }: RegionNames): string[] {
  if (province === null) return []
  if (district !== null) return [province, city ?? '', district]
  return city === null ? [province] : [province, city]
}

/** Under the field of an address: the region read out of it, to be corrected from lists or by typing a part of its name. */
export function RegionPicker({ address, stored, picked, onPick }: RegionPickerProps) {
  const { t } = useTranslation()
  const id = useId()
  const [isVisited, setVisited] = useState(false)
  const isKnown = stored !== undefined || picked !== undefined
  const { data: read } = useRequest(
    'customers.readRegion',
    { address },
    { isEnabled: !isKnown && address !== '', keepsPrevious: true },
  )
  const { data: tree } = useRequest('customers.listRegions', {}, { isEnabled: isVisited })
  const options = useMemo(() => regionOptions(tree ?? [], t('customers.region.directly')), [tree, t])
  const region = picked ? { ...picked, code: null, confidence: 'corrected' as const } : (stored ?? read)
  return (
    <div className="region-picker" data-enter-skips="">
      <label className="small secondary" htmlFor={id}>
        {t('customers.region')}
      </label>
      <Cascader
        id={id}
        className="grow"
        size="small"
        placeholder={t('customers.region.pick')}
        options={options}
        value={region ? pathOf(region) : []}
        displayRender={() => (region ? regionText(region) : '')}
        changeOnSelect
        showSearch
        allowClear={picked !== undefined}
        onFocus={() => setVisited(true)}
        onChange={path => {
          const [province, city, district] = (path ?? []) as string[]
          onPick(province ? { province, city: city || null, district: district ?? null } : undefined)
        }}
      />
      {region && <RegionMark region={region} />}
    </div>
  )
}
