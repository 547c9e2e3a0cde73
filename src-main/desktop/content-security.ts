import path from 'node:path'

/** The origin of every page of the program. */
export const ownOrigin = 'app://main'

/** The page that every window loads. */
export const ownPage = `${ownOrigin}/index.html`

/**
 * The content security policy, a response header of every page and file.
 *
 * Inline styles are allowed because antd writes them; its innerHTML passes the trusted-types policy `default`,
 * which the page creates first and which refuses markup.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "worker-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ')

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/**
 * Finds the file of the page's folder that an app:// address names, with its content type.
 *
 * Empty: undefined for a foreign host, another folder however it is spelled, and every extension that the page
 * does not need.
 * Example: fileOfAddress('app://main/assets/a.js', '/p') -> { file: '/p/assets/a.js', type: 'text/javascript; charset=utf-8' }
 * Example: fileOfAddress('app://main/..%2fsecret.js', '/p') -> undefined
 */
export function fileOfAddress(address: string, folder: string): { file: string; type: string } | undefined {
  const url = parseUrl(address)
  if (url?.protocol !== 'app:' || url.host !== 'main' || url.username || url.password) return undefined
  const name = decode(url.pathname)
  if (name === undefined || /[\\\0:]|%[0-9a-f]{2}/i.test(name)) return undefined
  const file = path.normalize(path.join(folder, name))
  const inside = path.relative(folder, file)
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return undefined
  const type = contentTypes[path.extname(file)]
  return type ? { file, type } : undefined
}

/**
 * Reads which picture of the open archive an address names.
 *
 * Empty: undefined for every other address.
 * Example: pictureOfAddress(`app://main/stored/${'ab'.repeat(32)}/thumbnail`) -> { contentName: 'abab…', isThumbnail: true }
 */
export function pictureOfAddress(
  address: string,
): { readonly contentName: string; readonly isThumbnail: boolean } | undefined {
  const url = parseUrl(address)
  if (url?.protocol !== 'app:' || url.host !== 'main' || url.username || url.password) return undefined
  const [, contentName, thumbnail] = /^\/stored\/([0-9a-f]{64})(\/thumbnail)?$/.exec(url.pathname) ?? []
  return contentName === undefined ? undefined : { contentName, isThumbnail: thumbnail !== undefined }
}

/**
 * Tells whether an address is one of our own pages: app://main, or the development server where there is one.
 *
 * `URL.origin` is 'null' for app:// addresses, so scheme and host are compared.
 * Example: isOwnAddress('app://main.evil/index.html') -> false
 */
export function isOwnAddress(address: string, developmentServer?: string): boolean {
  const url = parseUrl(address)
  if (!url || url.username || url.password) return false
  if (url.protocol === 'app:') return url.host === 'main'
  return developmentServer !== undefined && url.origin === new URL(developmentServer).origin
}

/**
 * Tells whether the session may load an address at all; everything else is cancelled before it leaves.
 *
 * The development server, its web socket and the developer tools are allowed only where the server is given.
 */
export function isAllowedRequest(address: string, developmentServer?: string): boolean {
  if (address.startsWith('data:') || address.startsWith(`blob:${ownOrigin}/`)) return true
  if (isOwnAddress(address, developmentServer)) return true
  if (developmentServer === undefined) return false
  return (
    address.startsWith('devtools://') || isOwnAddress(address.replace(/^ws:/, 'http:'), developmentServer)
  )
}

function parseUrl(address: string): URL | undefined {
  try {
    return new URL(address)
  } catch {
    return undefined
  }
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}
