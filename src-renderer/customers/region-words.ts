import type { Region, RegionNames, RegionTree } from '#shared/domain/region.ts'

/** Province, city and district in one line; a municipality is named once. Empty when nothing is known. */
export function regionText({ province, city, district }: RegionNames): string {
  const parts = [province, city === province ? null : city, district]
  return parts.filter(part => part !== null && part !== '').join(' ')
}

/** Every province, city and district, as `regionText` writes them. */
export function regionTexts(tree: RegionTree): readonly string[] {
  return tree.flatMap(({ name: province, cities }) => [
    province,
    ...cities.flatMap(({ name: city, districts }) => [
      ...(city === '' || city === province ? [] : [regionText({ province, city, district: null })]),
      ...districts.map(district => regionText({ province, city, district })),
    ]),
  ])
}

/** The names of a region, as they are sent when they were picked. */
export function regionNames({ province, city, district }: RegionNames): RegionNames {
  return { province, city, district }
}

/** What is to be said about how a region is known; the ending of the text's key. Empty: null when nothing is. */
export function regionMark({ confidence }: Region): 'likely' | 'unclear' | 'corrected' | null {
  return confidence === 'given' || confidence === 'exact' ? null : confidence
}
