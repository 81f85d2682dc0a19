import { homePage } from './modules/home/pages/home.tsx'
import { newSeasonPage } from './modules/seasons/pages/new-season.tsx'
import { seasonPage } from './modules/seasons/pages/season.tsx'
import { seasonsPage } from './modules/seasons/pages/seasons.tsx'
import type { Download, Page } from './platform/http/page.ts'
import { urls } from './urls.ts'

// oxlint-disable-next-line no-explicit-any -- each page knows its own data
type Route = readonly [url: string, page: Page<any> | Download]

/** Every page of the site, module by module: the table of contents. */
export const routes: readonly Route[] = [
  [urls.home, homePage],
  [urls.seasons, seasonsPage],
  [urls.newSeason, newSeasonPage],
  [urls.season, seasonPage],
]
