/** Imports that the history shows; older ones are still reached by Ctrl+Z. */
export const historyLimit = 500
