import type { Region } from '#shared/domain/region.ts'
import type { Place } from './place.ts'
import { type PlaceForm, placeForms } from './place-forms.ts'

/** What stands between and before the parts of an address. */
const filler =
  /(?:[\s,，、。;；:：·.\-—–_|/\\()（）[\]【】]|中华人民共和国|中国|收货地址|详细地址|地址|邮编|\d{6}(?!\d)|市辖区|(?:省|自治区)直辖县级行政区划)*/y
/** What makes a street, a park or a shop of a place's short name before it: 上海路, 南京东路, 中山公园. */
const streetAhead =
  /[东南西北中前后大小老新一二三四五六]{0,2}(?:路(?!桥)|街|大道|巷|弄|胡同|公园|花园|花苑|小区|大厦|广场|大学|学院|医院|酒店|宾馆|饭店|火锅|小吃|机场|公寓)/y
/** Names, numbers and notes stand before the region only on labels. */
const searchedCharacters = 40

/**
 * Reads province, city and district out of an address.
 *
 * Shape: the address itself is never changed. A municipality is its own city; a place directly below its province has
 * none. `exact`: province and district are written, and the city where there is one; `likely`: a part was concluded or
 * abbreviated, or no district is named; `unclear`: several places fit, or little is known.
 * Empty: without any known place all parts are null and it is unclear.
 * Cost: some 2 microseconds.
 * Example: '浙江杭州西湖区文三路 12 号' -> 浙江省, 杭州市, 西湖区, exact; '上海路 12 号' -> nothing
 */
export function parseRegion(address: string): Region {
  const start = skip(address, 0)
  const found = readAt(address, start)
  if (found) return found
  const end = Math.min(address.length - 2, searchedCharacters)
  for (let at = start + 1; at < end; at++) {
    const form = findForm(address, at, one => one.kind === 'full' && one.place.level !== 'district')
    const read = form && readAt(address, at)
    if (read) return read.confidence === 'exact' ? { ...read, confidence: 'likely' } : read
  }
  return nowhere
}

const nowhere: Region = { code: null, province: null, city: null, district: null, confidence: 'unclear' }

/** Gives a place as a region. */
export function regionOf(place: Place, confidence: Region['confidence']): Region {
  const line = lineOf(place)
  const province = line.find(one => one.level === 'province') ?? null
  const city = line.find(one => one.level === 'city') ?? null
  const isMunicipality = province !== null && /^(?:北京|天津|上海|重庆)市$/.test(province.name)
  return {
    code: place.code,
    province: province?.name ?? null,
    city: isMunicipality ? province.name : city && !city.isNominal ? city.name : null,
    district: place.level === 'district' ? place.name : null,
    confidence,
  }
}

function lineOf(place: Place): Place[] {
  const line: Place[] = []
  for (let one: Place | null = place; one; one = one.parent) line.push(one)
  return line
}

function readAt(text: string, start: number): Region | undefined {
  const first = findForm(text, start, isGoodStart)
  const lone = findForm(text, start, one => one.kind === 'full' && one.place.level === 'district')
  // A district that several cities have: nothing further on in the address says which. 朝阳区 is not 朝阳市.
  if (lone && (!first || first.text.length < lone.text.length)) return nowhere
  if (!first) return undefined
  if (first.place.level === 'district') return regionOf(first.place, 'likely')
  return first.place.level === 'province'
    ? readProvince(text, start, first)
    : readCity(text, start, first, null)
}

/** A province or a city begins an address; a district only if its whole name is the only one of its kind. */
function isGoodStart({ place, kind, text }: PlaceForm): boolean {
  if (place.level !== 'district') return kind !== 'former' || place.level === 'city'
  return kind === 'full' && isOnlyOne(text)
}

function isOnlyOne(name: string): boolean {
  const same = placeForms()
    .get(name.slice(0, 2))
    ?.filter(({ text, kind }) => text === name && kind === 'full')
  return same?.length === 1
}

function readProvince(text: string, start: number, form: PlaceForm): Region {
  const at = skipAgain(text, skip(text, start + form.text.length), form.place)
  const city = findForm(text, at, one => one.place.level === 'city' && isBelow(one.place, form.place))
  const district = findDistrict(text, at, form.place)
  // 吉林省吉林市 is the city, 海南省海口市 never a district; a county-level city may have the name of another's district.
  if (city && (!district || city.text.length >= district.text.length)) return readCity(text, at, city, form)
  if (!district) return regionOf(form.place, 'unclear')
  const isWhole = district.place.parent?.isNominal === true && district.kind === 'full'
  return regionOf(district.place, isWhole ? 'exact' : 'likely')
}

function readCity(text: string, start: number, form: PlaceForm, province: PlaceForm | null): Region {
  const at = skipAgain(text, skip(text, start + form.text.length), form.place)
  const district = findDistrict(text, at, form.place)
  if (district) {
    const isWhole = province !== null && district.kind === 'full' && form.kind !== 'former'
    return regionOf(district.place, isWhole ? 'exact' : 'likely')
  }
  const isContradicted = findForm(
    text,
    at,
    ({ place, kind }) => kind === 'full' && place.level === 'district' && place.name.length > 2,
  )
  if (isContradicted) return regionOf(form.place, 'unclear')
  if (form.place.isUndivided) return regionOf(form.place, province ? 'exact' : 'likely')
  return regionOf(form.place, province || form.kind === 'full' ? 'likely' : 'unclear')
}

/** Passes over a name that is written twice (上海市上海市), unless it begins the name of a part: 吉林省吉林市. */
function skipAgain(text: string, at: number, place: Place): number {
  const again = findForm(text, at, one => one.place === place)
  if (!again) return at
  const part = findForm(
    text,
    at,
    one => isBelow(one.place, place) && one.text.length >= again.text.length && one.place !== place,
  )
  return part ? at : skip(text, at + again.text.length)
}

function findDistrict(text: string, at: number, above: Place): PlaceForm | undefined {
  const found = findForm(text, at, one => one.place.level === 'district' && isBelow(one.place, above))
  if (!found || above.level === 'city') return found
  const others = placeForms()
    .get(found.text.slice(0, 2))
    ?.filter(
      ({ text: name, place }) => name === found.text && place.level === 'district' && isBelow(place, above),
    )
  return others?.length === 1 ? found : undefined
}

function isBelow(place: Place, above: Place): boolean {
  return place.parent === above || place.parent?.parent === above
}

/** The longest form that stands at a place of the text and is accepted; a short one never as the name of a street. */
function findForm(text: string, at: number, accept: (form: PlaceForm) => boolean): PlaceForm | undefined {
  const forms = placeForms().get(text.slice(at, at + 2))
  return forms?.find(
    form =>
      text.startsWith(form.text, at) &&
      accept(form) &&
      (form.kind === 'full' || !isStreet(text, at + form.text.length)),
  )
}

function isStreet(text: string, at: number): boolean {
  streetAhead.lastIndex = at
  return streetAhead.test(text)
}

function skip(text: string, at: number): number {
  filler.lastIndex = at
  filler.test(text)
  return Math.max(at, filler.lastIndex)
}
