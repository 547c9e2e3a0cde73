import { fileNamePattern, isNameOfAnother } from './file-name-pattern.ts'
import { headerKey } from './header-text.ts'
import { headingLikeness, type KnownColumn } from './recall-mapping.ts'

/** What is remembered of the files of one source; see the table. */
export type StoredProfile = {
  readonly importProfileId: number
  readonly kind: 'customers' | 'orders'
  readonly platform: string
  readonly shop: string
  readonly headerRowCount: number
  /** Of a text file, as chosen by hand. */
  readonly encoding: string | null
  readonly separator: string | null
  readonly columns: readonly KnownColumn[]
  /** What is left of the names of its files without dates and numbers. */
  readonly fileNames: readonly string[]
  /** Choices that other rooms added to the plan's options, as they were. */
  readonly options: Readonly<Record<string, unknown>>
  readonly savedAt: string
}

/** A file for which memory is asked, and what of it is known or was chosen already. */
export type FileFacts = {
  readonly fileName: string
  readonly headings: readonly string[]
  readonly kind?: 'customers' | 'orders' | undefined
  readonly platform?: string | undefined
  readonly shop?: string | undefined
  /** The platform that the headings prove; '' when they do not. */
  readonly provenPlatform: string
  /** The one shop that the file itself names in a column of its own. */
  readonly namedShop?: string | undefined
}

/** What memory answers: `shops` are those whose files look like this one, when it could be any of them. */
export type ProfileChoice = {
  readonly profile: StoredProfile
  /** Nobody knows yet whose file it is: the profile only proposes. */
  readonly isShopOpen: boolean
  readonly shops: readonly { readonly platform: string; readonly shop: string }[]
}

const leastLikeness = 0.6
const alsoPossible = 0.2

/**
 * Chooses what is remembered for a file: of the sources that fit what was chosen the one with the most similar headings.
 *
 * A file of a proven other platform is none of theirs. Where sources with equally similar headings differ in platform or shop,
 * or where the file's name speaks of another one, the shop stays open. `known` are all shops of the archive.
 * Empty: undefined when no source is similar enough.
 */
export function chooseProfile(
  file: FileFacts,
  profiles: readonly StoredProfile[],
  known: readonly { readonly platform: string; readonly shop: string }[],
): ProfileChoice | undefined {
  const shop = file.shop ?? file.namedShop
  const fitting = profiles
    .filter(
      profile =>
        (file.kind === undefined || profile.kind === file.kind) &&
        (file.platform === undefined || profile.platform === file.platform) &&
        (shop === undefined || profile.shop === shop),
    )
    .map(profile => ({ profile, likeness: headingLikeness(file.headings, profile.columns) }))
    .filter(({ profile, likeness }) => likeness >= leastLikeness && !isOtherPlatform(file, profile, likeness))
    .sort((a, b) => b.likeness - a.likeness || b.profile.savedAt.localeCompare(a.profile.savedAt))
  const [best] = fitting
  if (!best) return undefined
  const near = fitting.filter(one => isAsGood(one, best.likeness, file)).map(one => one.profile)
  const shops = distinctSources(near)
  const told = near.filter(profile => isTold(file.fileName, profile))
  const isTellingOne = distinctSources(told).length === 1
  const isOpen = shops.length > 1 ? !isTellingOne : isDoubtful(file, best.profile, known)
  const profile = (shops.length > 1 && isTellingOne && told[0]) || best.profile
  return { profile, isShopOpen: shop === undefined && isOpen, shops }
}

type Fitting = { readonly profile: StoredProfile; readonly likeness: number }

/** Beside the very same headings only a source counts that knows them all, since one of its columns may just be missing. */
function isAsGood({ profile, likeness }: Fitting, best: number, file: FileFacts): boolean {
  if (best < 1) return likeness > best - alsoPossible
  const known = new Set(profile.columns.map(column => headerKey(column.header)))
  return likeness === 1 || file.headings.every(heading => known.has(headerKey(heading)))
}

/** The file's name names the shop, or is what its files are always called. */
function isTold(fileName: string, { shop, fileNames }: StoredProfile): boolean {
  const pattern = fileNamePattern(fileName)
  const isNamed = shop !== '' && pattern.includes(fileNamePattern(shop) || shop.toLowerCase())
  return isNamed || (pattern !== '' && fileNames.includes(pattern))
}

function isOtherPlatform(file: FileFacts, profile: StoredProfile, likeness: number): boolean {
  const { provenPlatform } = file
  return (
    provenPlatform !== '' && profile.platform !== '' && profile.platform !== provenPlatform && likeness < 1
  )
}

function distinctSources(profiles: readonly StoredProfile[]) {
  const sources = new Map(
    profiles.map(({ platform, shop }) => [JSON.stringify([platform, shop]), { platform, shop }]),
  )
  return [...sources.values()]
}

/** With one shop only, unnamed, nothing can be confused. */
function isDoubtful(
  file: FileFacts,
  profile: StoredProfile,
  known: readonly { readonly platform: string; readonly shop: string }[],
): boolean {
  const others = known.map(({ shop }) => shop).filter(shop => shop !== profile.shop && shop !== '')
  if (profile.shop === '' && others.length === 0) return false
  return isNameOfAnother(file.fileName, profile.shop, profile.fileNames, others)
}
