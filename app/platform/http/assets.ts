import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import { root } from '../root.ts'

const folder = join(root, 'dist/client')
const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
}

type Manifest = Record<string, { file: string }>

/** What browsers load, found by the names of its sources. Without a build there is nothing to load. */
export function readAssets(): { address(source: string): string; serve(app: Hono): void } {
  const manifestFile = join(folder, '.vite/manifest.json')
  const manifest: Manifest = existsSync(manifestFile)
    ? JSON.parse(readFileSync(manifestFile, 'utf8'))
    : {}
  return {
    address: (source) => `/${manifest[source]?.file ?? source}`,
    serve(app) {
      if (!existsSync(join(folder, 'assets'))) return
      for (const name of readdirSync(join(folder, 'assets'))) serveFile(app, name)
    },
  }
}

// The files are few and small: they stay in memory, compressed once.
function serveFile(app: Hono, name: string): void {
  const bytes = readFileSync(join(folder, 'assets', name))
  const zipped = gzipSync(bytes, { level: 9 })
  const headers = {
    'content-type': types[name.split('.').at(-1)!] ?? 'application/octet-stream',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  }
  app.get(`/assets/${name}`, (c) =>
    /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
      ? c.body(zipped, 200, { ...headers, 'content-encoding': 'gzip' })
      : c.body(bytes, 200, headers),
  )
}
