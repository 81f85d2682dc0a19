import { coveragePage } from './modules/coverage/pages/coverage.tsx'
import { hoursPage } from './modules/coverage/pages/hours.tsx'
import { homePage } from './modules/home/pages/home.tsx'
import { newSeasonPage } from './modules/seasons/pages/new-season.tsx'
import { seasonPage } from './modules/seasons/pages/season.tsx'
import { seasonsPage } from './modules/seasons/pages/seasons.tsx'
import { menuPage } from './modules/talks/menu/pages/menu.tsx'
import { newTalkPage } from './modules/talks/menu/pages/new-talk.tsx'
import { talkPage } from './modules/talks/menu/pages/talk.tsx'
import { dispatchPage } from './modules/talks/orders/pages/dispatch.tsx'
import { orderPage } from './modules/talks/orders/pages/order.tsx'
import { orderTalkPage } from './modules/talks/orders/pages/order-talk.tsx'
import { ordersPage } from './modules/talks/orders/pages/orders.tsx'
import { newSpeakerPage } from './modules/talks/speakers/pages/new-speaker.tsx'
import { speakerPage } from './modules/talks/speakers/pages/speaker.tsx'
import { speakersPage } from './modules/talks/speakers/pages/speakers.tsx'
import type { Route } from './platform/http/page.ts'
import { urls } from './urls.ts'

/** Every page of the site, module by module: the table of contents. */
export const routes: readonly Route[] = [
  [urls.home, homePage],
  [urls.seasons, seasonsPage],
  [urls.newSeason, newSeasonPage],
  [urls.season, seasonPage],

  [urls.speakers, speakersPage],
  [urls.newSpeaker, newSpeakerPage],
  [urls.speaker, speakerPage],
  [urls.menu, menuPage],
  [urls.newTalk, newTalkPage],
  [urls.talk, talkPage],
  [urls.orderTalk, orderTalkPage],
  [urls.orders, ordersPage],
  [urls.order, orderPage],
  [urls.dispatch, dispatchPage],
  [urls.hours, hoursPage],
  [urls.coverage, coveragePage],
]
