import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { KeptLines } from '#main/analytics/kept-columns.service.ts'
import type { ArchiveColumns } from '#main/analytics/purchase-columns.service.ts'

/** What the peer is given: the same columns that our own analyses start from. */
export type DuckColumns = {
  readonly columns: ArchiveColumns
  readonly lines: KeptLines
  readonly hours: Uint8Array
  readonly categoryOf: ReadonlyMap<number, number>
}

/** The orders and lines of an archive in DuckDB, in memory, with one thread as ours has. */
export async function makeDuckShop(shop: DuckColumns): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  await connection.run(
    `CREATE TABLE orders (order_id INTEGER, customer INTEGER, day INTEGER, net BIGINT, hour INTEGER);
     CREATE TABLE lines (order_id INTEGER, product INTEGER, category INTEGER)`,
  )
  await appendOrders(connection, shop)
  await appendLines(connection, shop)
  return connection
}

/** Those that count. */
async function appendOrders(
  connection: DuckDBConnection,
  { columns: { purchases, orderIds }, hours }: DuckColumns,
): Promise<void> {
  const appender = await connection.createAppender('orders')
  for (let at = 0; at < hours.length; at++) {
    if (purchases.isCounted[at] !== 1) continue
    appender.appendInteger(orderIds?.[at] ?? 0)
    appender.appendInteger(purchases.customerIndex[at] ?? -1)
    appender.appendInteger(purchases.orderedOnDay[at] ?? 0)
    appender.appendBigInt(BigInt(purchases.netMinor[at] ?? 0))
    appender.appendInteger(hours[at] ?? 0)
    appender.endRow()
  }
  appender.closeSync()
}

async function appendLines(
  connection: DuckDBConnection,
  { columns: { purchases, orderIds }, lines: { starts, lines }, categoryOf }: DuckColumns,
): Promise<void> {
  const appender = await connection.createAppender('lines')
  for (let at = 0; at < purchases.isCounted.length; at++)
    for (let line = starts[at] ?? 0; line < (starts[at + 1] ?? 0); line++) {
      if (purchases.isCounted[at] !== 1) continue
      appender.appendInteger(orderIds?.[at] ?? 0)
      appender.appendInteger(lines.productId[line] ?? 0)
      appender.appendInteger(categoryOf.get(lines.productId[line] ?? 0) ?? -1)
      appender.endRow()
    }
  appender.closeSync()
}
