import { isNameOfAnother } from './file-name-pattern.ts'
import { headingLikeness, type KnownColumn } from './recall-mapping.ts'

/** What is remembered of the files of one source; see the table. */
export type StoredProfile = {
  readonly importProfileId: number
  readonly kind: 'customers' | 'orders'
  readonly platform: string
  readonly shop: string
  readonly headerRowCount: number
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
  readonly isExact: boolean
  /** Nobody knows yet whose file it is: the profile only proposes. */
  readonly isShopOpen: boolean
  readonly shops: readonly { readonly platform: string; readonly shop: string }[]
}

const leastLikeness = 0.6

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
  const { profile, likeness } = best
  const shops = distinctSources(fitting.filter(one => one.likeness === likeness).map(one => one.profile))
  const byName = shops.filter(one => one.shop !== '' && names(file.fileName, one.shop))
  const isShopOpen =
    shop === undefined && (shops.length > 1 ? byName.length !== 1 : isDoubtful(file, profile, known))
  const [named] = byName
  const ofNamed = fitting.find(one => named && one.profile.shop === named.shop)?.profile
  return {
    profile: (shops.length > 1 && ofNamed) || profile,
    isExact: likeness === 1,
    isShopOpen,
    shops,
  }
}

function isOtherPlatform(file: FileFacts, profile: StoredProfile, likeness: number): boolean {
  const { provenPlatform } = file
  return (
    provenPlatform !== '' && profile.platform !== '' && profile.platform !== provenPlatform && likeness < 1
  )
}

const names = (fileName: string, shop: string) =>
  fileName.normalize('NFKC').toLowerCase().includes(shop.normalize('NFKC').toLowerCase())

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
