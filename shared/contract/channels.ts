/** The few channels between windows and main. Pages never name one: the preloads do. */
export const channels = {
  /** One call of the contract: method, request. */
  call: 'kehu:call',
  /** `files.accept` with the paths of a drop. Apart from `call`, because a page must never name a path. */
  dropFiles: 'kehu:drop-files',
  /** One event of the contract to a window: name, data. */
  event: 'kehu:event',
  /** What the print window shows. */
  printData: 'kehu:print-data',
} as const
