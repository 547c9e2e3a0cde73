import { AppError } from '#shared/contract/app-error.ts'

const MEBIBYTE = 1 << 20

/**
 * The limits that hold for every foreign file.
 *
 * Units: bytes unless the name says otherwise; sizes are counted by us, never taken from the file's own headers.
 * Source: measurements on damaged and hostile workbooks; Excel's own limits for rows and columns.
 */
export const readLimits = {
  inflatedBytes: 2_000_000_000,
  /** Above `ratioFloorBytes` a file may not inflate to more than `ratio` times what was read of it. */
  ratio: 300,
  ratioFloorBytes: 256_000_000,
  sharedStringsBytes: 1_500_000_000,
  /** Shared strings kept in memory above this size must not come from a part that shrank by more than `keptRatio`. */
  keptStringsFloorBytes: 96 * MEBIBYTE,
  keptRatio: 30,
  rowBytes: 32 * MEBIBYTE,
  smallPartBytes: 64 * MEBIBYTE,
  textFileBytes: 2_000_000_000,
  /** Two bytes each in memory. */
  textRecordCharacters: 16 * MEBIBYTE,
  zipEntries: 20_000,
  rows: 1_048_576,
  columns: 16_384,
  batchRows: 1_000,
  batchBytes: MEBIBYTE,
  /** Files that are held in memory as a whole: those for the library and those behind a password. */
  wholeFileBytes: 128 * MEBIBYTE,
  /** All unpacked parts that the library is given of one package. */
  libraryPackageBytes: 256 * MEBIBYTE,
  /** What the process may take while the library works; the rest up to 1 GiB is for what it takes between two looks. */
  libraryMemoryBytes: 800 * MEBIBYTE,
  libraryRoomBytes: 300 * MEBIBYTE,
  libraryHeapMebibytes: 640,
  /** Time on the CPU for a small file; a large one has so much for each MiB. */
  libraryCpuSeconds: 9,
  libraryCpuSecondsPerMebibyte: 3,
} as const

/** Counts what one workbook has cost so far, over all its parts. */
export class InflateBudget {
  readBytes = 0
  inflatedBytes = 0

  /** Adds one inflated chunk. Errors: file-bomb, file-too-large. */
  add(readBytes: number, inflatedBytes: number): void {
    this.readBytes += readBytes
    this.inflatedBytes += inflatedBytes
    const { ratioFloorBytes, ratio } = readLimits
    if (this.inflatedBytes > ratioFloorBytes && this.inflatedBytes > ratio * this.readBytes)
      throw new AppError('file-bomb', { limit: 'ratio' })
    if (this.inflatedBytes > readLimits.inflatedBytes)
      throw new AppError('file-too-large', { limit: 'inflated' })
  }
}
