import { pino } from 'pino'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { ownDatabase, testNow } from '#test/database.ts'
import { createApplication } from './application.ts'

const database = await ownDatabase()
const application = createApplication({
  database,
  clock: () => testNow,
  log: pino({ level: 'silent' }),
  publicOrigin: null,
  demo: false,
})

type Picture = { src: string; sizes: string; type: string; purpose?: string }

test.each([
  ['zh', 'zh-CN', '薪火'],
  ['en', 'en', 'Hearth'],
])(
  'the manifest in %s names the program and pictures that are as large as it says',
  async (language, lang, name) => {
    const answer = await application.request(`/manifest.${language}.webmanifest`)
    expect(answer.headers.get('content-type')).toBe('application/manifest+json')
    const manifest = (await answer.json()) as Record<string, unknown> & { icons: Picture[] }
    expect(manifest).toMatchObject({
      lang,
      name,
      start_url: '/',
      scope: '/',
      display: 'standalone',
    })
    const [drawing, ...pngs] = manifest.icons
    expect(drawing).toEqual({ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' })
    expect(pngs.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '192x192 maskable',
      '512x512 maskable',
    ])
    for (const { src, sizes } of pngs) expect([src, await sizeOf(src)]).toEqual([src, sizes])
  },
)

test('a maskable picture is coloured to its edge, and Apple has one of its own size', async () => {
  expect(await sizeOf('/icon-180.png')).toBe('180x180')
  const bytes = await bytesOf('/icon-maskable-192.png')
  const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  expect([...data.subarray(0, 3)]).toEqual([0xb2, 0x3a, 0x1c])
})

async function bytesOf(path: string): Promise<Buffer> {
  const answer = await application.request(path)
  expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
    path,
    200,
    'image/png',
  ])
  return Buffer.from(await answer.arrayBuffer())
}

async function sizeOf(path: string): Promise<string> {
  const { width, height } = await sharp(await bytesOf(path)).metadata()
  return `${width}x${height}`
}
