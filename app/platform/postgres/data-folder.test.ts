import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { lockDataFolder, openDataFolder } from './data-folder.ts'

const above = await mkdtemp(join(tmpdir(), 'hearth-test-'))
afterAll(() => rm(above, { recursive: true, force: true }))

function sentence(text: string) {
  return expect.objectContaining({ name: 'StartError', message: expect.stringContaining(text) })
}

test('a folder is made where there is none, out of sight, and known again', async () => {
  const folder = join(above, 'deep/new')
  await openDataFolder(folder)
  await openDataFolder(folder)
  expect(await readdir(folder)).toEqual(['hearth-data.txt'])
  expect((await stat(folder)).mode & 0o066).toBe(0)
})

test('an empty folder and a fresh volume are taken', async () => {
  const folder = join(above, 'volume')
  await mkdir(join(folder, 'lost+found'), { recursive: true })
  await openDataFolder(folder)
  expect(await readdir(folder)).toEqual(['hearth-data.txt', 'lost+found'])
})

test("somebody else's folder is refused and left as it is", async () => {
  const folder = join(above, 'foreign')
  await mkdir(folder)
  await writeFile(join(folder, 'letter.txt'), 'Dear neighbours')
  await expect(openDataFolder(folder)).rejects.toThrow(
    sentence(`The folder ${folder} holds other files and is not Hearth's;`),
  )
  expect(await readdir(folder)).toEqual(['letter.txt'])
})

test.each(['letter.txt', 'letter.txt/data'])('a file in the way is refused: %s', async (path) => {
  await writeFile(join(above, 'letter.txt'), 'Dear neighbours')
  await expect(openDataFolder(join(above, path))).rejects.toThrow(
    sentence(`The data folder ${join(above, path)} cannot be written (`),
  )
  expect(await readFile(join(above, 'letter.txt'), 'utf8')).toBe('Dear neighbours')
})

test('a folder that takes nothing is refused, for root too', async () => {
  await expect(openDataFolder('/proc/hearth')).rejects.toThrow(
    sentence('The data folder /proc/hearth cannot be written (ENOENT)'),
  )
})

test('the lock is one application’s until it gives it back', async () => {
  const folder = join(above, 'locked')
  await mkdir(folder)
  const unlock = lockDataFolder(folder)
  expect(() => lockDataFolder(folder)).toThrow(
    sentence(`Another Hearth is already running on the data folder ${folder}.`),
  )
  unlock()
  unlock()
  lockDataFolder(folder)()
  expect(await readdir(folder)).toEqual(['hearth.lock'])
})
