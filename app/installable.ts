import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { Language } from './platform/language.ts'
import { root } from './platform/root.ts'
import { sealFile, wholeSealFile } from './ui/brand.tsx'
import { en } from './ui/words.en.ts'
import { zh } from './ui/words.zh.ts'
import { urls } from './urls.ts'

const oneDay = { 'cache-control': 'public, max-age=86400' }

// A phone cuts a maskable picture into its own shape; the others are shown as they are. 180 is Apple's.
const pictures = {
  '/icon-180.png': { svg: wholeSealFile, size: 180 },
  '/icon-192.png': { svg: sealFile, size: 192 },
  '/icon-512.png': { svg: sealFile, size: 512 },
  '/icon-maskable-192.png': { svg: wholeSealFile, size: 192 },
  '/icon-maskable-512.png': { svg: wholeSealFile, size: 512 },
} as const

/**
 * What a phone asks for to put the program beside its other ones, and the worker that keeps an open
 * roll for a place without a network.
 */
export function addInstallable(app: Hono): void {
  app.get('/icon.svg', (c) => c.body(sealFile, 200, { 'content-type': 'image/svg+xml', ...oneDay }))
  for (const [path, { svg, size }] of Object.entries(pictures)) {
    let drawn: Promise<Uint8Array<ArrayBuffer>> | undefined
    app.get(path, async (c) =>
      c.body(await (drawn ??= drawnAs(svg, size)), 200, { 'content-type': 'image/png', ...oneDay }),
    )
  }
  for (const [language, { product }] of Object.entries({ zh, en })) {
    const manifest = JSON.stringify(manifestOf(language as Language, product))
    app.get(`/manifest.${language}.webmanifest`, (c) =>
      c.body(manifest, 200, { 'content-type': 'application/manifest+json', ...oneDay }),
    )
  }
  serveWorker(app)
}

function manifestOf(language: Language, name: string) {
  const pngs = Object.entries(pictures).filter(([path]) => path !== '/icon-180.png')
  return {
    id: urls.home,
    lang: language === 'zh' ? 'zh-CN' : 'en',
    name,
    short_name: name,
    start_url: urls.home,
    scope: urls.home,
    display: 'standalone',
    background_color: '#f8f3e9',
    theme_color: '#f8f3e9',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      ...pngs.map(([src, { svg, size }]) => ({
        src,
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose: svg === wholeSealFile ? 'maskable' : 'any',
      })),
    ],
  }
}

// The library weighs some megabytes and is needed a few times in a program's life.
async function drawnAs(svg: string, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const { default: sharp } = await import('sharp')
  // Drawn at 72 dots an inch the mark has 32; more than are needed are scaled down.
  const picture = sharp(Buffer.from(svg), { density: 2304 }).resize(size, size)
  return new Uint8Array(await picture.png({ compressionLevel: 9 }).toBuffer())
}

/** At the root, since a worker sees only what is below its own address; asked for anew each time. */
function serveWorker(app: Hono): void {
  const file = join(root, 'dist/client/service-worker.js')
  if (!existsSync(file)) return
  const script = readFileSync(file, 'utf8')
  const headers = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' }
  app.get('/service-worker.js', (c) => c.body(script, 200, headers))
}
