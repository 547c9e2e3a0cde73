import type { ReadableDb } from '#main/database/db.ts'
import { DuplicateFinder } from '#main/identities/duplicates/duplicate-finder.ts'
import type { BenchContext } from './bench-context.ts'
import type { BenchRow } from './bench-row.ts'
import { withReaders } from './bench-shop.ts'
import { type Cost, measureThread, median } from './measure.ts'

const runs = 3

/**
 * Equal contact points, and equal names with equal birthdays, as SQL alone finds them: without telling hidden digits and
 * virtual numbers, without reasons, likelihood and who may be merged unseen.
 */
const selfJoins = [
  `SELECT count(*) FROM contact_point AS one
   JOIN contact_point AS other ON other.match_key = one.match_key AND other.kind = one.kind
     AND other.customer_id > one.customer_id
   JOIN customer AS first ON first.customer_id = one.customer_id AND first.deleted_at IS NULL
   JOIN customer AS second ON second.customer_id = other.customer_id AND second.deleted_at IS NULL`,
  `SELECT count(*) FROM (SELECT name, birth_on FROM customer WHERE deleted_at IS NULL AND length(birth_on) = 10
     GROUP BY name, birth_on HAVING count(*) > 1)`,
]

/** Looks through the whole archive for customers who may be one, beside plain self joins over the same archive. */
export async function benchDuplicates({ shop }: BenchContext): Promise<BenchRow[]> {
  const made = await shop()
  return withReaders(made, ['reader'], ({ reader }) => {
    const found = Array.from({ length: runs }, () => findOnce(reader))
    const plain = Array.from({ length: runs }, () => joinOnce(reader))
    const pairs = found[0]?.value.total ?? 0
    return [
      {
        name: `duplicates: ${made.size.customers.toLocaleString('en')} customers looked through`,
        unit: 's CPU',
        ours: median(found.map(({ cpuMs }) => cpuMs)) / 1000,
        peer: { name: 'SQL self joins', value: median(plain.map(({ cpuMs }) => cpuMs)) / 1000 },
        note: `${pairs.toLocaleString('en')} pairs`,
      },
    ]
  })
}

function findOnce(db: ReadableDb): Cost<ReturnType<DuplicateFinder['find']>> {
  const job = { isCancelled: () => false, progress: () => undefined }
  return measureThread(() => new DuplicateFinder(db).find(job))
}

function joinOnce(db: ReadableDb): Cost<void> {
  return measureThread(() => {
    for (const sql of selfJoins) db.prepareRead(sql).get()
  })
}
