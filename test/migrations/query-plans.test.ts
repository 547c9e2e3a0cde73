import { afterAll, beforeAll, expect, test } from 'vitest'
import { laterRefundsSql, linesOfOrdersSql } from '#main/analytics/abc.queries.ts'
import { productNamesSql } from '#main/analytics/basket.queries.ts'
import { customerTraitsSql } from '#main/analytics/composition.queries.ts'
import {
  changedLinesSql,
  lineBrandsSql,
  productCategoriesSql,
  refundedAfterSql,
} from '#main/analytics/line.queries.ts'
import {
  cancellationsSql,
  ordersByIdSql,
  portraitLinesSql,
  pricesOfProductsSql,
} from '#main/analytics/portrait.queries.ts'
import { preferenceSql } from '#main/analytics/preference.queries.ts'
import { changedSourceSql, purchasesSql } from '#main/analytics/purchase.queries.ts'
import { attachmentsOfCustomer } from '#main/attachments/attachment.queries.ts'
import { storedFileByName, unusedFilesSql } from '#main/attachments/stored-file.queries.ts'
import { cardChangesSql, winBacksSql } from '#main/cards/card.queries.ts'
import { archiveNumbersSql } from '#main/customers/archive-number.queries.ts'
import { batchSql } from '#main/customers/batch.queries.ts'
import { binSql } from '#main/customers/bin.queries.ts'
import { filledPartsSql } from '#main/customers/completeness.queries.ts'
import { customerIdsSql, nameSql } from '#main/customers/customer-list.queries.ts'
import { filterSql } from '#main/customers/filter/filter.queries.ts'
import {
  actsSql,
  createdPartsSql,
  fileChangesSql,
  orderPartsSql,
  tagNamesSql,
} from '#main/customers/history/history.queries.ts'
import { listRowSql } from '#main/customers/list-row.queries.ts'
import { strokeKeysSql } from '#main/customers/name-keys.queries.ts'
import { correctedRegionSql, correctedRegionsSql } from '#main/customers/region/region.queries.ts'
import { entriesOfCustomer, noteCountsSql } from '#main/entries/entry.queries.ts'
import { exportSql } from '#main/exports/export.queries.ts'
import {
  customersByChoiceSql,
  valuesOfCustomer,
  valuesOfFieldsSql,
  valuesOfManySql,
} from '#main/fields/field-value.queries.ts'
import { fieldPartsSql } from '#main/imports/commit.queries.ts'
import { customersOfBatchSql, historyQueries } from '#main/imports/import-batch.queries.ts'
import { fieldsSql } from '#main/imports/lookups.queries.ts'
import { profilesSql } from '#main/imports/mapping/import-profile.queries.ts'
import { buyersOfLinesSql, linesOfProduct } from '#main/orders/line-details.queries.ts'
import { countValuesSql, valuesOfPlanSql } from '#main/plans/plan.queries.ts'
import { notesOfPlace, placesOfCustomerSql } from '#main/region-notes/region-note.queries.ts'
import { mediaSql } from '#main/reports/media-report.queries.ts'
import {
  entryContentsSql,
  fieldTextsSql,
  flowNotesSql,
  lineDetailsSql,
  regionNotesSql,
} from '#main/search/search-document.queries.ts'
import { tagSql } from '#main/tags/tag.queries.ts'
import { tagRuleSql } from '#main/tags/tag-rule.queries.ts'
import { CustomerSortColumn } from '#shared/domain/customer.ts'
import { everyImport } from '#shared/domain/import-history.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let archive: TestDatabase
beforeAll(() => {
  archive = openTestDatabase()
})
afterAll(() => archive.close())

const planOf = (sql: string): string[] =>
  archive.db
    .prepareRead<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...Array.from(sql.matchAll(/\?/g), () => '[]'))
    .map(row => row.detail)

const isFullScan = (step: string) => /^SCAN (?!wanted|.*USING (COVERING )?INDEX)/.test(step)

test('a page of the customer list looks up each row, its contact points, its tags and its totals by their key', () => {
  for (const sql of Object.values(listRowSql)) expect(planOf(sql).filter(isFullScan)).toEqual([])
  const cards = planOf(listRowSql.cards).join('\n')
  expect(cards).toContain('SEARCH customer USING INTEGER PRIMARY KEY')
  expect(cards).toMatch(/SEARCH customer_total USING .*PRIMARY KEY/)
  expect(cards).not.toContain('TEMP B-TREE FOR ORDER BY customer')
  expect(planOf(listRowSql.points).join('\n')).toContain(
    'SEARCH point USING INDEX contact_point_customer_id (customer_id=?)',
  )
  expect(planOf(listRowSql.tags).join('\n')).toMatch(/SEARCH customer_tag USING .*\(customer_id=\?\)/)
  expect(planOf(valuesOfFieldsSql).join('\n')).toMatch(
    /SEARCH field_value USING .*\(customer_id=\? AND field_id=\?/,
  )
  for (const sql of [fieldsSql, fieldPartsSql]) {
    expect(planOf(sql).join('\n')).toMatch(/SEARCH field_value USING INDEX .*\(customer_id=\?/)
    expect(planOf(sql).join('\n')).not.toContain('TEMP B-TREE')
  }
})

const indexedColumns = [
  'archiveNumber',
  'name',
  'nameStrokes',
  'phone',
  'address',
  'email',
  'updatedAt',
  'lastOn',
  'orderCount',
  'spendMinor',
  'knownOn',
] as const

test('the order by an indexed column is read from its index, without sorting', () => {
  for (const column of indexedColumns)
    for (const isDescending of [false, true])
      for (const sql of customerIdsSql(column, isDescending))
        expect(
          planOf(sql).filter(step => /TEMP B-TREE/.test(step)),
          `${column} ${isDescending}`,
        ).toEqual([])
})

test('the order by archive number, by strokes and by a total opens no row: the bin has an index of its own', () => {
  for (const column of ['archiveNumber', 'nameStrokes', 'lastOn', 'orderCount', 'spendMinor'] as const)
    for (const sql of customerIdsSql(column, false)) {
      const reads = planOf(sql).filter(step => /^(SCAN|SEARCH) customer/.test(step))
      expect(
        reads.filter(step => !step.includes('USING COVERING INDEX')),
        column,
      ).toEqual([])
      expect(reads.join('\n')).toContain('customer_deleted_at')
    }
})

test('every sort of the list is a statement that runs', () => {
  for (const column of CustomerSortColumn.exclude(['completeness']).options)
    for (const sql of customerIdsSql(column, true)) expect(planOf(sql).length).toBeGreaterThan(0)
})

test('the order by a contact point is read from the index of its keys alone, without those that are not the first', () => {
  for (const sql of customerIdsSql('address', true)) {
    const plan = planOf(sql).join('\n')
    expect(plan).toContain('SCAN contact_point USING COVERING INDEX contact_point_match_key')
    expect(plan).toContain('SCAN contact_point USING INDEX contact_point_further')
  }
})

test('how complete all files are, is one pass over cards and one over contact points', () => {
  const tables = (sql: string) => planOf(sql).filter(step => /^(SCAN|SEARCH) (?!\()/.test(step))
  expect(tables(filledPartsSql.cards)).toEqual(['SCAN customer'])
  expect(tables(filledPartsSql.points)).toEqual(['SCAN point USING COVERING INDEX contact_point_customer_id'])
  expect(tables(filledPartsSql.pointsWithRegion)).toEqual(['SCAN point'])
  expect(planOf(filledPartsSql.ownField).join('\n')).toContain(
    'COVERING INDEX field_value_field_id (field_id=?)',
  )
})

test('customers without a stroke key are found by its index', () => {
  expect(planOf(strokeKeysSql.lacking)).toEqual([
    'SEARCH customer USING INDEX customer_name_strokes (name_strokes=?)',
  ])
  expect(planOf(strokeKeysSql.names)[0]).toBe('SEARCH customer USING INTEGER PRIMARY KEY (rowid=?)')
})

test('the analyses read all orders from one index, without the table', () => {
  expect(planOf(purchasesSql).join('\n')).toContain('USING COVERING INDEX sales_order_customer_id_ordered_on')
})

test('what changed since columns were stored is looked up by its keys', () => {
  for (const sql of Object.values(changedSourceSql)) {
    const plan = planOf(sql)
    expect(plan.filter(step => /^SCAN (customer|sales_order|change|stale_row)/.test(step))).toEqual([])
    expect(plan.join('\n')).toContain('SEARCH stale_row USING PRIMARY KEY (source=?')
    expect(plan.join('\n')).toContain('SEARCH change USING INTEGER PRIMARY KEY (rowid>?)')
  }
})

test('what is remembered of earlier files is read from the newest on, each with its import by its key', () => {
  const plan = planOf(profilesSql)
  expect(plan.join('\n')).toContain('SCAN import_profile USING INDEX import_profile_saved_at')
  expect(plan.join('\n')).toContain('SEARCH import_batch USING INTEGER PRIMARY KEY')
  expect(plan.filter(step => /TEMP B-TREE/.test(step))).toEqual([])
})

test('foreign keys are followed by an index, so that taking back an import looks nothing up twice', () => {
  const tables = archive.db
    .prepareRead<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all()
  const unindexed = tables.flatMap(({ name }) =>
    archive.db
      .prepareRead<{ from: string }>(`SELECT "from" FROM pragma_foreign_key_list('${name}')`)
      .all()
      .map(key => `${name}.${key.from}`)
      .filter(() =>
        /^(customer|contact_point|customer_identity|customer_tag|sales_order|order_line|refund|opening_balance)$/.test(
          name,
        ),
      )
      .filter(column => {
        const [table = '', from = ''] = column.split('.')
        return !planOf(`SELECT 1 FROM ${table} WHERE ${from} = 7`).some(step => /USING .*INDEX/.test(step))
      }),
  )
  expect(unindexed).toEqual([])
})

test('a region that was set by hand is found by its address, all of them among themselves only', () => {
  for (const sql of [correctedRegionSql, correctedRegionsSql])
    expect(planOf(sql).join('\n')).toContain('USING INDEX contact_point_corrected')
})

test('an export reads its chunks by their keys and sorts no archive', () => {
  for (const [name, sql] of Object.entries(exportSql)) {
    const plan = planOf(sql)
    expect(plan.filter(isFullScan), name).toEqual([])
    expect(plan.join('\n'), name).toContain('SEARCH')
  }
  expect(planOf(exportSql.ordersAfter).filter(step => /TEMP B-TREE/.test(step))).toEqual([])
})

test('a page of the import history is read from the newest on; only a filter looks at all imports, and sorts none', () => {
  const filter = { text: '样例', kind: 'orders', state: 'committed', hasRejected: true } as const
  for (const asked of [everyImport, filter]) {
    const { count, page } = historyQueries(asked, 0, 50)
    expect(planOf(page.compile().sql)).toEqual(['SCAN import_batch'])
    expect(planOf(count.compile().sql).filter(step => /TEMP B-TREE/.test(step))).toEqual([])
  }
})

test('the customers of an import are found by its rows, each by a key', () => {
  const plan = planOf(customersOfBatchSql)
  expect(plan.filter(isFullScan)).toEqual([])
  expect(plan.filter(step => /^SEARCH/.test(step))).toEqual([
    'SEARCH import_batch USING INTEGER PRIMARY KEY (rowid=?)',
    expect.stringMatching(/^SEARCH import_row USING .*\(import_batch_id=\?\)$/),
    'SEARCH customer USING INTEGER PRIMARY KEY (rowid=?)',
    'SEARCH now USING INTEGER PRIMARY KEY (rowid=?)',
  ])
})

test('the further fields of a customer and their texts for the index are read by the customer', () => {
  expect(planOf(valuesOfCustomer(1).compile().sql)).toEqual([
    expect.stringContaining('SEARCH field_value USING INDEX sqlite_autoindex_field_value_1 (customer_id=?)'),
  ])
  expect(planOf(fieldTextsSql).filter(isFullScan)).toEqual([])
})

test('the steps of a file and of those merged into it are read by the customer', () => {
  for (const sql of [cardChangesSql, winBacksSql]) {
    const plan = planOf(sql).join('\n')
    expect(plan).toMatch(/SEARCH customer USING .*INDEX customer_merged_into_id \(merged_into_id=\?\)/)
    expect(plan).toMatch(/SEARCH (card_change|win_back) USING INDEX \w+_customer_id \(customer_id=\?\)/)
    expect(plan).not.toMatch(/SCAN (customer|card_change|win_back)/)
  }
})

test('the lines of a file and their words for the index are read by the customer', () => {
  for (const sql of [entriesOfCustomer(1).compile().sql, entryContentsSql])
    expect(planOf(sql).join('\n')).toMatch(
      /SEARCH file_entry USING INDEX file_entry_customer_id \(customer_id=\?\)/,
    )
})

test('attachments are read by the customer and found by their name; what is unused is looked up in indexes', () => {
  expect(planOf(attachmentsOfCustomer(1).compile().sql).join('\n')).toMatch(
    /SEARCH attachment USING INDEX attachment_customer_id \(customer_id=\?\).*\n.*SEARCH stored_file USING INTEGER PRIMARY KEY/,
  )
  expect(planOf(storedFileByName('').compile().sql)).toEqual([
    expect.stringContaining('SEARCH stored_file USING INDEX sqlite_autoindex_stored_file_1 (content_name=?)'),
  ])
  expect(
    planOf(unusedFilesSql).filter(step =>
      /^SCAN (?!stored_file|field_definition|pictured|logged)/.test(step),
    ),
  ).toEqual([])
})

test('notes of a region are found by the customer and by the region', () => {
  for (const sql of [placesOfCustomerSql, regionNotesSql])
    expect(planOf(sql).join('\n')).toMatch(/SEARCH contact_point USING INDEX .*\(customer_id=\?/)
  const place = { province: '浙江省', city: '' }
  for (const sql of [notesOfPlace(place).compile().sql, regionNotesSql])
    expect(planOf(sql).join('\n')).toMatch(/SEARCH region_note USING INDEX .*\(province=\? AND city=\?\)/)
})

test('values collected under plans are read from an index that holds no others', () => {
  expect(planOf(valuesOfPlanSql).join('\n')).toContain(
    'field_source_collection_plan_id (collection_plan_id=?)',
  )
  expect(planOf(countValuesSql).join('\n')).toContain('COVERING INDEX field_source_collection_plan_id')
})

test('where goods went is read of the orders that say so', () => {
  expect(planOf(flowNotesSql).join('\n')).toContain(
    'SEARCH sales_order USING INDEX sales_order_flow_note (customer_id=?)',
  )
})

test('what items are like is read, by customer, of the items that say so', () => {
  const plan = planOf(lineDetailsSql).join('\n')
  expect(plan).toContain(
    'SEARCH bought USING COVERING INDEX sales_order_customer_id_ordered_on (customer_id=?)',
  )
  expect(plan).toContain('SEARCH order_line USING INDEX order_line_details (sales_order_id=?)')
  for (const sql of [lineDetailsSql, buyersOfLinesSql]) expect(planOf(sql).filter(isFullScan)).toEqual([])
})

test('the items of a product are looked up by the product', () => {
  expect(planOf(linesOfProduct(1).compile().sql)).toEqual([
    expect.stringContaining('SEARCH order_line USING INDEX order_line_product_id (product_id=?)'),
  ])
})

test('a step with many customers looks up their cards, addresses, tags and values by the customer', () => {
  for (const [name, sql] of Object.entries({ ...batchSql, values: valuesOfManySql })) {
    const plan = planOf(sql)
    // The list of all tags is read as a whole; their customers are not.
    expect(
      plan.filter(isFullScan).filter(step => step !== 'SCAN tag'),
      name,
    ).toEqual([])
    expect(plan.filter(step => /^SEARCH/.test(step)).length, name).toBeGreaterThan(0)
  }
})

test('the bin is counted and listed by its own index, without sorting, and its rows are read by their keys', () => {
  for (const sql of [binSql.count, binSql.ids]) {
    expect(planOf(sql).join('\n')).toContain('customer_deleted_at')
    expect(planOf(sql).filter(step => /TEMP B-TREE/.test(step))).toEqual([])
  }
  for (const sql of [binSql.rows, binSql.outside]) expect(planOf(sql).filter(isFullScan)).toEqual([])
})

test('a condition on a tag, a total or a field of its own is read from an index; on a text of the card, from its table once', () => {
  const statements = {
    ...{ anyTag: filterSql.anyTag, allTags: filterSql.allTags },
    ...{ lastOn: filterSql.total('last_on'), spend: filterSql.total('spend_minor') },
    ...{ orderCount: filterSql.total('order_count'), ownBetween: filterSql.ownBetween },
    ...{ ownAny: filterSql.ownAny, ownAll: filterSql.ownAll, ownKnown: filterSql.ownKnown },
    ownText: filterSql.ownText('contains'),
  }
  for (const [name, sql] of Object.entries(statements))
    expect(planOf(sql).join('\n'), name).toMatch(/USING (COVERING )?INDEX/)
  for (const sql of [filterSql.text('name', 'contains'), filterSql.point('contains'), filterSql.tagged])
    expect(planOf(sql)).toHaveLength(1)
})

test('the history of a file looks up what hangs on it, what hung on it, and each line and act by its keys', () => {
  const scans = (sql: string) =>
    planOf(sql).filter(step => /^SCAN (?!wanted|who|part|known|created_range|CONSTANT ROW)/.test(step))
  for (const sql of [fileChangesSql, createdPartsSql, actsSql, tagNamesSql, orderPartsSql])
    expect(scans(sql)).toEqual([])
  const plan = planOf(fileChangesSql).join('\n')
  expect(plan).toContain('INDEX change_customer_id (<expr>=?)')
  expect(plan).toContain('INDEX change_row (table_name=? AND row_id=?)')
})

test('who has a tag, and which tags have had their time, is read from indexes', () => {
  expect(planOf(tagSql.links).join('\n')).toContain('INDEX customer_tag_tag_id (tag_id=?)')
  expect(planOf(tagSql.expired).join('\n')).toMatch(/INDEX tag_expires_on .*\n.*INDEX customer_tag_tag_id/s)
})

test('whom a rule put a tag on, and what a rule that is no more left, is read from indexes', () => {
  expect(planOf(tagRuleSql.byRule).join('\n')).toContain('INDEX customer_tag_by_rule (tag_id=?)')
  expect(planOf(tagRuleSql.liveLinks).join('\n')).toMatch(
    /INDEX customer_tag_tag_id .*\n.*INTEGER PRIMARY KEY/s,
  )
  expect(planOf(tagRuleSql.leftOver).join('\n')).toMatch(/INDEX customer_tag_by_rule\n.*INTEGER PRIMARY KEY/s)
  expect(planOf(tagRuleSql.anyWork).join('\n')).toContain('INDEX customer_tag_by_rule')
  expect(planOf(tagRuleSql.findByRule)).toEqual(['SEARCH customer_tag USING INTEGER PRIMARY KEY (rowid=?)'])
  // The few tags themselves are read whole.
  expect(planOf(tagRuleSql.rules)).toEqual(['SCAN tag'])
})

test('the names of all are read in one pass, one name by its key', () => {
  expect(planOf(nameSql)).toEqual(['SEARCH customer USING INTEGER PRIMARY KEY (rowid=?)'])
})

test('the report by media reads the values of one field and looks up each customer and total by key', () => {
  for (const isOfSome of [false, true]) {
    const plan = planOf(mediaSql(isOfSome)).join('\n')
    expect(plan).toMatch(/SEARCH field_value USING COVERING INDEX field_value_field_id \(field_id=\?/)
    expect(plan).toMatch(/SEARCH customer_total USING INTEGER PRIMARY KEY/)
    expect(plan).not.toMatch(/SCAN (field_value|customer_total|sales_order)/)
  }
})

test('the names of products are read by their key', () => {
  expect(planOf(productNamesSql).filter(isFullScan)).toEqual([])
})

test('refunds of a later day are read in one pass, their lines by the order', () => {
  expect(planOf(laterRefundsSql).filter(isFullScan)).toEqual(['SCAN refund'])
  expect(planOf(linesOfOrdersSql).filter(isFullScan)).toEqual([])
  expect(planOf(refundedAfterSql)).toEqual(['SCAN refund'])
})

test('lines and hours that changed since they were stored are read by their keys; brands through the index of lines that name one', () => {
  for (const sql of Object.values(changedLinesSql)) {
    const plan = planOf(sql)
    expect(plan.filter(step => /^SCAN (order_line|sales_order|change|stale_row)/.test(step))).toEqual([])
    expect(plan.join('\n')).toContain('SEARCH stale_row USING PRIMARY KEY (source=?')
  }
  expect(planOf(lineBrandsSql)).toEqual(['SCAN order_line USING INDEX order_line_details'])
  expect(planOf(productCategoriesSql)).toEqual(['SCAN product'])
})

test('what a customer prefers is read through the orders of the customer, lines by their order', () => {
  const plan = planOf(preferenceSql)
  expect(plan.filter(isFullScan)).toEqual([])
  expect(plan.join('\n')).toMatch(
    /SEARCH sales_order USING INDEX sales_order_customer_id_ordered_on \(customer_id=\? AND ordered_on>\?/,
  )
  expect(plan.join('\n')).toMatch(
    /SEARCH order_line USING INDEX order_line_sales_order_id \(sales_order_id=\?\)/,
  )
  expect(plan.join('\n')).toMatch(/SEARCH product USING INTEGER PRIMARY KEY/)
  expect(plan.join('\n')).not.toContain('TEMP B-TREE')
})

test('of whom customers consist is read in one pass by their key, the first address of each from its index', () => {
  expect(planOf(customerTraitsSql)).toEqual([
    expect.stringMatching(/^SCAN customer( USING INDEX customer_live)?$/),
    expect.stringContaining('CORRELATED SCALAR SUBQUERY'),
    'SEARCH contact_point USING INDEX contact_point_customer_id (customer_id=? AND kind=?)',
  ])
})

test('archive numbers are read by the key of each customer', () => {
  expect(planOf(archiveNumbersSql).filter(isFullScan)).toEqual([])
})

test('a portrait is read through the orders of the customer or of the days, prices through the lines of the products', () => {
  const customer = planOf(portraitLinesSql.customer)
  expect(customer.join('\n')).toMatch(
    /SEARCH sales_order USING INDEX sales_order_customer_id_ordered_on \(customer_id=\? AND ordered_on>\?/,
  )
  expect(planOf(portraitLinesSql.all).join('\n')).toMatch(
    /SEARCH sales_order USING INDEX sales_order_ordered_on \(ordered_on>\?/,
  )
  expect(planOf(pricesOfProductsSql).join('\n')).toMatch(
    /SEARCH order_line USING INDEX order_line_product_id \(product_id=\?\)/,
  )
  const all = [
    ...Object.values(portraitLinesSql),
    pricesOfProductsSql,
    cancellationsSql,
    customersByChoiceSql,
  ]
  for (const sql of all) {
    expect(planOf(sql).filter(isFullScan)).toEqual([])
    expect(planOf(sql).join('\n')).not.toContain('TEMP B-TREE')
  }
  expect(planOf(ordersByIdSql).filter(isFullScan)).toEqual([])
  expect(planOf(noteCountsSql)).toEqual([
    expect.stringContaining('USING COVERING INDEX file_entry_customer_id'),
  ])
})
