/** Whether the steps run at the size that is promised (`npm run acceptance`) and not at a fiftieth of it. */
export const isFullSize = process.env.KEHU_ACCEPTANCE === 'full'

/** Gives the size of an acceptance step. Example: 100,000 -> 2,000 in `npm test`, 100,000 in `npm run acceptance` */
export function sized(fullCount: number): number {
  return isFullSize ? fullCount : Math.ceil(fullCount / 50)
}
