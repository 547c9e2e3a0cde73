import type { ForeignFile } from '#shared/contract/files.contract.ts'
import type { ImportOutcome } from '#shared/contract/imports.contract.ts'
import type { ImportBatch, ImportPreview, PreviewRow } from '#shared/domain/import-batch.ts'

export const exampleCounts = {
  rows: 3214,
  created: 1982,
  updated: 486,
  unchanged: 711,
  rejected: 35,
  customersCreated: 1982,
  customersUpdated: 486,
  ordersCreated: 0,
  ordersUpdated: 0,
  linesCreated: 0,
  rowsWithoutCustomer: 0,
}

export const exampleStages = {
  tidiedCells: 52,
  damagedCells: 3,
  identitiesFound: 320,
  valuesChanged: 512,
  customersRescored: 41,
}

const row = (rowNumber: number, changed: Partial<PreviewRow>): PreviewRow => ({
  rowNumber,
  verdict: 'unchanged',
  cells: ['林样一', '138 0000 8826', '西湖区样板路 12 号', '9,173.00', '88.3.9', '放门口', '32'],
  changes: [],
  reason: null,
  reasonCell: null,
  reasonText: null,
  blanks: [],
  ...changed,
})

export const exampleRows: readonly PreviewRow[] = [
  row(4, {
    verdict: 'updated',
    changes: [
      { columnIndex: 2, before: '西湖区样板路 12 号', after: '西湖区样板路 12 号 3 幢 501' },
      { columnIndex: 3, before: '8,661.00', after: '9,173.00' },
    ],
  }),
  row(5, {
    verdict: 'created',
    cells: ['样例新客甲', '138 0000 4471', '滨江区样本大道 21 号', '268.00', '', '', ''],
  }),
  row(6, {}),
]

export const exampleRejected: readonly PreviewRow[] = [
  row(418, { verdict: 'rejected', reason: 'money-unreadable', reasonCell: 'D418', reasonText: '九千多' }),
  row(1207, {
    verdict: 'rejected',
    reason: 'number-damaged-by-excel',
    reasonCell: 'B1207',
    reasonText: '1.38E+10',
  }),
]

const column = (columnIndex: number, header: string, field: string | null, ...samples: string[]) =>
  ({
    columnIndex,
    header,
    field,
    origin: 'proposed',
    wasHeader: null,
    samples,
  }) as ImportPreview['columns'][number]

/** What main answers to a look at a sheet of members; every name in it is made up. */
export const examplePreview: ImportPreview = {
  isHeadOnly: false,
  stagingId: 'a1',
  fileName: '会员登记_2026-11.xlsx',
  format: 'xlsx',
  encoding: null,
  separator: null,
  encodingOrigin: 'found',
  separatorOrigin: 'found',
  sheets: [
    { name: '会员', isHidden: false, rowCount: 3217 },
    { name: '说明', isHidden: false, rowCount: 1 },
  ],
  sheetName: '会员',
  headerRowCount: 1,
  recalled: null,
  presetCode: null,
  headerRow: 3,
  titleRows: ['青禾样例母婴店 会员登记表', '制表：样例店员'],
  kind: 'customers',
  columns: [
    column(0, '会员姓名', 'name', '林样一', '李例二'),
    column(1, '手机', 'phone', '13800008826', '13800001107'),
    column(2, '收货地址', 'address', '西湖区样板路 12 号 3 幢'),
    column(3, '累计消费（元）', 'openingSpend', '9173'),
    column(4, '生日', 'birthOn', '88.3.9'),
    column(5, '备注', 'customerNote', '放门口'),
    column(6, '孕周', null, '32', '28', '40'),
  ],
  missingFields: [],
  platform: '',
  shop: null,
  knownShops: [{ platform: '', shop: '青禾样例店' }],
  questions: [],
  counts: exampleCounts,
  cellIssues: [
    { code: 'phone-masked', count: 9 },
    { code: 'gender-unreadable', count: 3 },
  ],
  rows: [...exampleRows],
  rejectedRows: [...exampleRejected],
  revision: 'r1',
  cellMarks: [
    { kind: 'phone', count: 52 },
    { kind: 'exponent', count: 3 },
  ],
  stages: exampleStages,
  changedColumns: [],
  policies: {},
  sameFileImportedAt: null,
  corrects: null,
}

export const exampleBatch: ImportBatch = {
  importBatchId: 7,
  state: 'committed',
  kind: 'customers',
  fileName: '会员登记_2026-10.xlsx',
  sheetName: '会员',
  platform: 'taobao',
  shop: '青禾样例店',
  counts: {
    rows: 120,
    created: 100,
    updated: 10,
    unchanged: 8,
    rejected: 2,
    customersCreated: 100,
    ordersCreated: 0,
    linesCreated: 0,
    rowsWithoutCustomer: 0,
  },
  committedAt: '2026-10-20T08:30:00.000Z',
  elapsedMs: 900,
  undoneAt: null,
}

export const exampleFile: ForeignFile = { fileToken: 'f1', name: '会员登记_2026-11.xlsx', sizeBytes: 800_000 }

export const exampleOutcome: ImportOutcome = {
  ...exampleCounts,
  importBatchId: 8,
  cellIssues: examplePreview.cellIssues,
  cellMarks: examplePreview.cellMarks,
  stages: exampleStages,
  elapsedMs: 12_000,
}
