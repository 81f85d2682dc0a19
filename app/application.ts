import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { Logger } from 'pino'
import { api } from './api.ts'
import { apiWords } from './api.words.ts'
import { failurePage, framed } from './frame.tsx'
import { addInstallable } from './installable.ts'
import { openStreets } from './modules/organisation/queries.ts'
import { findReader, findTokenHolder } from './modules/people/accounts/queries.ts'
import type { Database } from './platform/database/connection.ts'
import { addUploads } from './platform/files/upload-server.ts'
import { addApi } from './platform/http/api.ts'
import { docsPage } from './platform/http/api-docs.tsx'
import { readAssets } from './platform/http/assets.ts'
import { addHealth } from './platform/http/health.ts'
import { createSite, type Site, type Streets } from './platform/http/site.tsx'
import { root } from './platform/root.ts'
import { routesFor } from './routes.ts'
import { tableFile } from './table-file.tsx'
import { urls } from './urls.ts'
import { words } from './words.ts'

const version: string = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version

export type Parts = {
  database: Database
  clock: () => Date
  log: Logger
  publicOrigin: string | null
  /** Whether anyone may be one of the demo's people. */
  demo: boolean
}

/** The whole application: pages, API, health and what browsers load. */
export function createApplication(parts: Parts): Hono {
  const assets = readAssets()
  const site: Site = {
    ...parts,
    words,
    findReader,
    streets: rememberedStreets(parts.database),
    frame: (visit, shown) => framed(visit, shown, assets.address),
    tableFile,
    failurePage: (visit, failure, typed) => failurePage(visit, failure, typed, assets.address),
  }
  const docs = [urls.apiDocs, docsPage(api, apiWords)] as const
  const app = createSite(site, [...routesFor(parts.demo), docs])
  addApi(app, site, { parts: api, version, findTokenHolder })
  addUploads(app, site)
  assets.serve(app)
  addInstallable(app)
  addHealth(app, parts.database, version)
  return app
}

const oneMinute = 60_000

/** The streets change a few times a year and are asked for on every request. */
function rememberedStreets(database: Database): () => Promise<Streets> {
  let known: Streets = new Map()
  let readAt = 0
  return async () => {
    if (known.size === 0 || performance.now() - readAt > oneMinute) {
      known = await openStreets(database)
      readAt = performance.now()
    }
    return known
  }
}
