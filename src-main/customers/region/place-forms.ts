import { listPlaces, type Place } from './place.ts'
import { renamedPlaces } from './renamed-places.ts'

/** A way in which a place is written. `full`: its whole name; `short`: without its ending; `former`: an earlier name. */
export type PlaceForm = {
  readonly text: string
  readonly place: Place
  readonly kind: 'full' | 'short' | 'former'
}

const peoples =
  '壮族|回族|维吾尔族?|藏族|蒙古族?|土家族|苗族|侗族|彝族|布依族|朝鲜族|满族|瑶族|哈尼族|傣族|白族|景颇族|傈僳族|黎族|羌族|哈萨克族?|柯尔克孜族?|撒拉族|保安族|东乡族|裕固族|土族|达斡尔族|鄂温克族|鄂伦春|仡佬族|水族|仫佬族|毛南族|畲族|纳西族|拉祜族|佤族|布朗族|独龙族|怒族|普米族|塔吉克|锡伯|各族'
const autonomous = new RegExp(`^(.{2,}?)(?:${peoples})*(?:自治区|自治州|自治县|自治旗)$`, 'u')
const ending = /^(.{2,}?)(?:特别行政区|地区|新区|林区|特区|省|市|盟|区|县|旗)$/u
const otherEndings = ['市', '区', '县'] as const

/** Cuts the ending off a name. Empty: undefined when one character would be left. Example: '恩施土家族苗族自治州' -> '恩施' */
export function shortName(name: string): string | undefined {
  return (autonomous.exec(name) ?? ending.exec(name))?.[1]
}

/** All forms of places by their first two characters, the longer ones first. */
export type FormIndex = ReadonlyMap<string, readonly PlaceForm[]>

let index: FormIndex | undefined

/** Gives the forms of all places; they are put together at the first call. Cost: some 20 ms, once. */
export function placeForms(): FormIndex {
  index ??= makeIndex(listPlaces())
  return index
}

function makeIndex(places: readonly Place[]): FormIndex {
  const byStart = new Map<string, PlaceForm[]>()
  const add = (text: string, place: Place, kind: PlaceForm['kind']) => {
    const start = text.slice(0, 2)
    const forms = byStart.get(start)
    if (forms) forms.push({ text, place, kind })
    else byStart.set(start, [{ text, place, kind }])
  }
  for (const place of places)
    if (!place.isNominal) for (const [text, kind] of formsOf(place)) add(text, place, kind)
  for (const { former, within, now } of renamedPlaces) {
    const place = places.find(one => one.name === now && isWithin(one, within))
    if (place) add(former, place, 'former')
  }
  const ranks = { full: 0, short: 1, former: 2 }
  for (const forms of byStart.values())
    forms.sort((a, b) => b.text.length - a.text.length || ranks[a.kind] - ranks[b.kind])
  return byStart
}

function formsOf({ name, level }: Place): [string, PlaceForm['kind']][] {
  const short = shortName(name)
  const forms: [string, PlaceForm['kind']][] = [[name, 'full']]
  if (short === undefined) return forms
  forms.push([short, 'short'])
  if (name.endsWith('自治州')) forms.push([`${short}州`, 'short'])
  if (name.endsWith('自治县')) forms.push([`${short}县`, 'short'])
  // Counties become cities and districts; mail goes on bearing the old word.
  if (level === 'district')
    for (const other of otherEndings)
      if (!name.endsWith(other) && !forms.some(([text]) => text === short + other))
        forms.push([short + other, 'former'])
  return forms
}

function isWithin(place: Place, name: string): boolean {
  for (let above = place.parent; above; above = above.parent) if (above.name === name) return true
  return false
}
