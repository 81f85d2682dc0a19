import { mayMakeCourses } from './modules/courses/making/access.ts'
import {
  coursesOfSession,
  courseToWatch,
  keyPointsOf,
  publishedCourses,
} from './modules/courses/making/queries.ts'
import { calendarPage } from './modules/sessions/calendars/pages/calendar.tsx'
import {
  calendarDownload,
  sessionDownload,
} from './modules/sessions/calendars/pages/calendar-file.tsx'
import { feedPage } from './modules/sessions/calendars/pages/feed.tsx'
import { feedDownload } from './modules/sessions/calendars/pages/feed-file.tsx'
import {
  sessionPosterDownload,
  sessionPosterPage,
  whatsOnDownload,
  whatsOnPage,
} from './modules/sessions/calendars/pages/posters.tsx'
import { codeCardsPage } from './modules/sessions/codes/pages/code-cards.tsx'
import { metCodePage } from './modules/sessions/codes/pages/met-code.tsx'
import { myCodePage } from './modules/sessions/codes/pages/my-code.tsx'
import { homesPage } from './modules/sessions/homes/pages/homes.tsx'
import { signUpListPage } from './modules/sessions/lists/pages/list.tsx'
import { signUpListsPage } from './modules/sessions/lists/pages/lists.tsx'
import { tapStripsPage } from './modules/sessions/outcomes/pages/tap-strips.tsx'
import { tapsPage } from './modules/sessions/outcomes/pages/taps.tsx'
import { tapsLinkPage } from './modules/sessions/outcomes/pages/taps-link.tsx'
import { closePage } from './modules/sessions/pages/close.tsx'
import { newSessionPage } from './modules/sessions/pages/new-session.tsx'
import { sessionPage } from './modules/sessions/pages/session.tsx'
import { sessionPlanPage } from './modules/sessions/pages/session-plan.tsx'
import { sessionsPage } from './modules/sessions/pages/sessions.tsx'
import { signUpsPage } from './modules/sessions/pages/sign-ups.tsx'
import { onPhotosPage } from './modules/sessions/photos/pages/on-photos.tsx'
import { photoPage } from './modules/sessions/photos/pages/photo.tsx'
import { photoDownload } from './modules/sessions/photos/pages/photo-file.tsx'
import { photosPage } from './modules/sessions/photos/pages/photos.tsx'
import { questionsPage as sessionQuestionsPage } from './modules/sessions/questions/pages/questions.tsx'
import { resourcePage } from './modules/sessions/resources/pages/resource.tsx'
import { resourcesPage } from './modules/sessions/resources/pages/resources.tsx'
import { rollPage } from './modules/sessions/roll/pages/roll.tsx'
import { scanPage } from './modules/sessions/roll/pages/scan.tsx'
import { changeSessionPage } from './modules/sessions/series/pages/change-session.tsx'
import { newSeriesPage } from './modules/sessions/series/pages/new-series.tsx'
import { seriesPage } from './modules/sessions/series/pages/series.tsx'
import { rollOpenPage } from './modules/sessions/settling/pages/roll-open.tsx'
import { doorListPage } from './modules/sessions/sheets/pages/door-list.tsx'
import { rollSheetPage } from './modules/sessions/sheets/pages/roll-sheet.tsx'
import { typedRollPage } from './modules/sessions/sheets/pages/typed-roll.tsx'
import { branchPage } from './modules/sessions/sign-ups/pages/branch.tsx'
import { offerLinkPage } from './modules/sessions/sign-ups/pages/offer-link.tsx'
import { roundPage } from './modules/sessions/visits/pages/round.tsx'
import { roundSheetsPage } from './modules/sessions/visits/pages/round-sheets.tsx'
import type { Route } from './platform/http/page.ts'
import { urls } from './urls.ts'

/** The pages of sessions: calendars, seats, rolls, and what follows. */
export const sessionRoutes: readonly Route[] = [
  [urls.calendar, calendarPage],
  [urls.calendarFile, calendarDownload],
  [urls.whatsOn, whatsOnPage],
  [urls.whatsOnFile, whatsOnDownload],
  [urls.feed, feedPage],
  [urls.feedFile, feedDownload],
  [urls.sessions, sessionsPage],
  [urls.newSession, newSessionPage(publishedCourses)],
  [
    urls.session,
    sessionPage({ mayMake: mayMakeCourses, madeOf: coursesOfSession, find: courseToWatch }),
  ],
  [urls.sessionPlan, sessionPlanPage(publishedCourses)],
  [urls.changeSession, changeSessionPage],
  [urls.newSeries, newSeriesPage],
  [urls.series, seriesPage],
  [urls.round, roundPage],
  [urls.roundSheets, roundSheetsPage(keyPointsOf)],
  [urls.homes, homesPage],
  [urls.resources, resourcesPage],
  [urls.resource, resourcePage],
  [urls.sessionFile, sessionDownload],
  [urls.sessionPoster, sessionPosterPage],
  [urls.sessionPosterFile, sessionPosterDownload],
  [urls.doorList, doorListPage],
  [urls.rollSheet, rollSheetPage],
  [urls.typedRoll, typedRollPage],
  [urls.roll, rollPage],
  [urls.rollOpen, rollOpenPage],
  [urls.scan, scanPage],
  [urls.signUpLists, signUpListsPage],
  [urls.signUpList, signUpListPage],
  [urls.myCode, myCodePage],
  [urls.codeCards, codeCardsPage],
  [urls.metCode, metCodePage],
  [urls.closeSession, closePage],
  [urls.sessionTaps, tapsPage],
  [urls.tapStrips, tapStripsPage],
  [urls.taps, tapsLinkPage],
  [urls.sessionPhotos, photosPage],
  [urls.sessionPhoto, photoPage],
  [urls.sessionPhotoFile, photoDownload],
  [urls.onPhotos, onPhotosPage],
  [urls.sessionQuestions, sessionQuestionsPage],
  [urls.signUps, signUpsPage],
  [urls.branchSignUp, branchPage],
  [urls.seatOffer, offerLinkPage],
]
