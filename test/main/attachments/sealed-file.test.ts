import { createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSealed, sealBytes, sealedLength, sealFile } from '#main/attachments/sealed-file.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

let folder: string
beforeAll(() => {
  folder = makeTestFolder()
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const key = Buffer.alloc(32, 7)
const chunk = 65_536
let count = 0
const newPlace = () => path.join(folder, `f${++count}`)

async function readAll(file: string, name: string, withKey: Uint8Array = key): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const piece of openSealed(file, name, withKey)) chunks.push(piece)
  return Buffer.concat(chunks)
}

function seal(content: Uint8Array) {
  const source = newPlace()
  const target = newPlace()
  fs.writeFileSync(source, content)
  return { target, ...sealFile(source, target, key, 1 << 30) }
}

describe('an encrypted file', () => {
  test.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 200_000])(
    'of %i bytes gives back what went in, and is as long as is told beforehand',
    async length => {
      const content = randomBytes(length)
      const sealed = seal(content)
      expect(await readAll(sealed.target, sealed.name)).toEqual(content)
      expect(fs.statSync(sealed.target).size).toBe(sealedLength(length))
      expect(sealed).toMatchObject({
        sizeBytes: length,
        sha256: createHash('sha256').update(content).digest('hex'),
      })
    },
  )

  test('has the name of its content: equal for equal contents, another under another key', () => {
    const content = Buffer.from('样例合同')
    const [one, again] = [seal(content), seal(content)]
    expect(again.name).toBe(one.name)
    expect(one.name).toMatch(/^[0-9a-f]{64}$/)
    expect(one.name).not.toBe(one.sha256)
    expect(sealBytes(content, newPlace(), Buffer.alloc(32, 8)).name).not.toBe(one.name)
    expect(fs.readFileSync(one.target)).not.toEqual(fs.readFileSync(again.target))
  })

  test('is laid out as its description says, so that it can be read with the key from the paper alone', () => {
    const content = Buffer.concat([Buffer.alloc(chunk, 1), Buffer.from('end')])
    const { target, name } = seal(content)
    const bytes = fs.readFileSync(target)
    expect(bytes.subarray(0, 8).toString()).toBe('KEHUATT1')
    const fileKey = Buffer.from(hkdfSync('sha256', key, bytes.subarray(8, 40), 'content', 32))
    const open = (start: number, end: number, nonce: string) => {
      const decipher = createDecipheriv('aes-256-gcm', fileKey, Buffer.from(nonce, 'hex'))
      decipher.setAuthTag(bytes.subarray(end - 16, end))
      return Buffer.concat([decipher.update(bytes.subarray(start, end - 16)), decipher.final()])
    }
    const second = 40 + chunk + 16
    expect(
      Buffer.concat([
        open(40, second, '000000000000000000000000'),
        open(second, bytes.length, '000000000000000000000101'),
      ]),
    ).toEqual(content)
    const nameKey = Buffer.from(hkdfSync('sha256', key, '', 'name', 32))
    expect(name).toBe(createHmac('sha256', nameKey).update(content).digest('hex'))
  })

  test('holds nothing of the content in clear', () => {
    const { target } = seal(Buffer.from('样例身份证照片'.repeat(1000)))
    expect(fs.readFileSync(target).includes('样例')).toBe(false)
  })

  test('is refused when a bit was turned, wherever it is', async () => {
    const { target, name } = seal(randomBytes(chunk + 100))
    const bytes = fs.readFileSync(target)
    for (const at of [0, 7, 8, 39, 40, 41, chunk, chunk + 40, chunk + 60, bytes.length - 1]) {
      const turned = Buffer.from(bytes)
      turned[at] = (turned[at] ?? 0) ^ 1
      const place = newPlace()
      fs.writeFileSync(place, turned)
      await expect(readAll(place, name), `byte ${at}`).rejects.toMatchObject({ code: 'attachment-damaged' })
    }
  })

  test('is refused when it was cut, also between two chunks, lengthened, or its chunks exchanged', async () => {
    const { target, name } = seal(randomBytes(3 * chunk))
    const bytes = fs.readFileSync(target)
    const sealedChunk = chunk + 16
    const parts = [0, 1, 2].map(n => bytes.subarray(40 + n * sealedChunk, 40 + (n + 1) * sealedChunk))
    const [one, two, three] = parts as [Buffer, Buffer, Buffer]
    const head = bytes.subarray(0, 40)
    const wrong = {
      'cut in a chunk': bytes.subarray(0, bytes.length - 5),
      'cut between chunks': Buffer.concat([head, one, two]),
      'nothing but the head': head,
      'cut in the head': bytes.subarray(0, 20),
      lengthened: Buffer.concat([bytes, three]),
      exchanged: Buffer.concat([head, two, one, three]),
      'left out': Buffer.concat([head, one, three]),
      'something else': Buffer.from('PK'),
      empty: Buffer.alloc(0),
    }
    for (const [how, content] of Object.entries(wrong)) {
      const place = newPlace()
      fs.writeFileSync(place, content)
      await expect(readAll(place, name), how).rejects.toMatchObject({ code: 'attachment-damaged' })
    }
  })

  test('is refused under another key, and under the name of another content', async () => {
    const [one, other] = [seal(Buffer.from('甲')), seal(Buffer.from('乙'))]
    const damaged = { code: 'attachment-damaged' }
    await expect(readAll(one.target, one.name, Buffer.alloc(32, 9))).rejects.toMatchObject(damaged)
    await expect(readAll(one.target, other.name)).rejects.toMatchObject(damaged)
  })

  test('that is not there is missing', async () => {
    await expect(readAll(newPlace(), '0'.repeat(64))).rejects.toMatchObject({ code: 'attachment-missing' })
  })

  test('is not made of more than is allowed, of nothing, or of a folder', () => {
    const source = newPlace()
    fs.writeFileSync(source, 'abcd')
    expect(() => sealFile(source, newPlace(), key, 3)).toThrow('attachment-too-large')
    expect(() => sealFile(newPlace(), newPlace(), key, 9)).toThrow('file-missing')
    expect(() => sealFile(folder, newPlace(), key, 9)).toThrow('file-unreadable')
  })
})
