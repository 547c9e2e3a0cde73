import officeCrypto from 'officecrypto-tool'
import { AppError } from '#shared/contract/app-error.ts'

/**
 * Opens a workbook behind a password: an xlsx (agile and standard encryption), an xls (RC4, RC4 CryptoAPI, XOR).
 *
 * Shape: the bytes of the plain file. Errors: password-wrong; file-encrypted for a kind of encryption that is not known.
 */
export async function decryptWorkbook(bytes: Uint8Array, password: string): Promise<Uint8Array> {
  try {
    return await officeCrypto.decrypt(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      password,
    })
  } catch (error) {
    const isWrong = error instanceof Error && /password is incorrect/i.test(error.message)
    throw new AppError(isWrong ? 'password-wrong' : 'file-encrypted')
  }
}
