import { en as ownEn } from './messages.en.ts'
import { zh as ownZh } from './messages.zh.ts'
import { en as bulletinChecksEn } from './modules/bulletins/checks/messages.en.ts'
import { zh as bulletinChecksZh } from './modules/bulletins/checks/messages.zh.ts'
import { en as bulletinsEn } from './modules/bulletins/messages.en.ts'
import { zh as bulletinsZh } from './modules/bulletins/messages.zh.ts'
import { en as bulletinPicturesEn } from './modules/bulletins/pictures/messages.en.ts'
import { zh as bulletinPicturesZh } from './modules/bulletins/pictures/messages.zh.ts'
import { en as makingEn } from './modules/courses/making/messages.en.ts'
import { zh as makingZh } from './modules/courses/making/messages.zh.ts'
import { en as recallEn } from './modules/courses/recall/messages.en.ts'
import { zh as recallZh } from './modules/courses/recall/messages.zh.ts'
import { en as takingEn } from './modules/courses/taking/messages.en.ts'
import { zh as takingZh } from './modules/courses/taking/messages.zh.ts'
import { en as hoursEn } from './modules/coverage/hours/messages.en.ts'
import { zh as hoursZh } from './modules/coverage/hours/messages.zh.ts'
import { en as coverageEn } from './modules/coverage/messages.en.ts'
import { zh as coverageZh } from './modules/coverage/messages.zh.ts'
import { en as outreachEn } from './modules/coverage/outreach/messages.en.ts'
import { zh as outreachZh } from './modules/coverage/outreach/messages.zh.ts'
import { en as boardEn } from './modules/matters/board/messages.en.ts'
import { zh as boardZh } from './modules/matters/board/messages.zh.ts'
import { en as claimsEn } from './modules/matters/claims/messages.en.ts'
import { zh as claimsZh } from './modules/matters/claims/messages.zh.ts'
import { en as needsEn } from './modules/matters/needs/messages.en.ts'
import { zh as needsZh } from './modules/matters/needs/messages.zh.ts'
import { en as holidaysEn } from './modules/organisation/holidays/messages.en.ts'
import { zh as holidaysZh } from './modules/organisation/holidays/messages.zh.ts'
import { en as organisationEn } from './modules/organisation/messages.en.ts'
import { zh as organisationZh } from './modules/organisation/messages.zh.ts'
import { en as accountsEn } from './modules/people/accounts/messages.en.ts'
import { zh as accountsZh } from './modules/people/accounts/messages.zh.ts'
import { en as consentsEn } from './modules/people/consents/messages.en.ts'
import { zh as consentsZh } from './modules/people/consents/messages.zh.ts'
import { en as importsEn } from './modules/people/imports/messages.en.ts'
import { zh as importsZh } from './modules/people/imports/messages.zh.ts'
import { en as peopleEn } from './modules/people/messages.en.ts'
import { zh as peopleZh } from './modules/people/messages.zh.ts'
import { en as noticesEn } from './modules/people/notices/messages.en.ts'
import { zh as noticesZh } from './modules/people/notices/messages.zh.ts'
import { en as suggestionsEn } from './modules/people/suggestions/messages.en.ts'
import { zh as suggestionsZh } from './modules/people/suggestions/messages.zh.ts'
import { en as privacyEn } from './modules/privacy/messages.en.ts'
import { zh as privacyZh } from './modules/privacy/messages.zh.ts'
import { en as seasonsEn } from './modules/seasons/messages.en.ts'
import { zh as seasonsZh } from './modules/seasons/messages.zh.ts'
import { en as requirementsEn } from './modules/seasons/requirements/messages.en.ts'
import { zh as requirementsZh } from './modules/seasons/requirements/messages.zh.ts'
import { en as sessionBoardsEn } from './modules/sessions/boards/messages.en.ts'
import { zh as sessionBoardsZh } from './modules/sessions/boards/messages.zh.ts'
import { en as calendarsEn } from './modules/sessions/calendars/messages.en.ts'
import { zh as calendarsZh } from './modules/sessions/calendars/messages.zh.ts'
import { en as codesEn } from './modules/sessions/codes/messages.en.ts'
import { zh as codesZh } from './modules/sessions/codes/messages.zh.ts'
import { en as feedsEn } from './modules/sessions/feeds/messages.en.ts'
import { zh as feedsZh } from './modules/sessions/feeds/messages.zh.ts'
import { en as homesEn } from './modules/sessions/homes/messages.en.ts'
import { zh as homesZh } from './modules/sessions/homes/messages.zh.ts'
import { en as signUpListsEn } from './modules/sessions/lists/messages.en.ts'
import { zh as signUpListsZh } from './modules/sessions/lists/messages.zh.ts'
import { en as sessionsEn } from './modules/sessions/messages.en.ts'
import { zh as sessionsZh } from './modules/sessions/messages.zh.ts'
import { en as outcomesEn } from './modules/sessions/outcomes/messages.en.ts'
import { zh as outcomesZh } from './modules/sessions/outcomes/messages.zh.ts'
import { en as photosEn } from './modules/sessions/photos/messages.en.ts'
import { zh as photosZh } from './modules/sessions/photos/messages.zh.ts'
import { en as sessionQuestionsEn } from './modules/sessions/questions/messages.en.ts'
import { zh as sessionQuestionsZh } from './modules/sessions/questions/messages.zh.ts'
import { en as resourcesEn } from './modules/sessions/resources/messages.en.ts'
import { zh as resourcesZh } from './modules/sessions/resources/messages.zh.ts'
import { en as rollEn } from './modules/sessions/roll/messages.en.ts'
import { zh as rollZh } from './modules/sessions/roll/messages.zh.ts'
import { en as seatsEn } from './modules/sessions/seats/messages.en.ts'
import { zh as seatsZh } from './modules/sessions/seats/messages.zh.ts'
import { en as seriesEn } from './modules/sessions/series/messages.en.ts'
import { zh as seriesZh } from './modules/sessions/series/messages.zh.ts'
import { en as settlingEn } from './modules/sessions/settling/messages.en.ts'
import { zh as settlingZh } from './modules/sessions/settling/messages.zh.ts'
import { en as sheetsEn } from './modules/sessions/sheets/messages.en.ts'
import { zh as sheetsZh } from './modules/sessions/sheets/messages.zh.ts'
import { en as signUpsEn } from './modules/sessions/sign-ups/messages.en.ts'
import { zh as signUpsZh } from './modules/sessions/sign-ups/messages.zh.ts'
import { en as thingsEn } from './modules/sessions/things/messages.en.ts'
import { zh as thingsZh } from './modules/sessions/things/messages.zh.ts'
import { en as visitsEn } from './modules/sessions/visits/messages.en.ts'
import { zh as visitsZh } from './modules/sessions/visits/messages.zh.ts'
import { en as waitlistEn } from './modules/sessions/waitlist/messages.en.ts'
import { zh as waitlistZh } from './modules/sessions/waitlist/messages.zh.ts'
import { en as applicationsEn } from './modules/talks/applications/messages.en.ts'
import { zh as applicationsZh } from './modules/talks/applications/messages.zh.ts'
import { en as clocksEn } from './modules/talks/clocks/messages.en.ts'
import { zh as clocksZh } from './modules/talks/clocks/messages.zh.ts'
import { en as dispatchesEn } from './modules/talks/dispatches/messages.en.ts'
import { zh as dispatchesZh } from './modules/talks/dispatches/messages.zh.ts'
import { en as fitsEn } from './modules/talks/fits/messages.en.ts'
import { zh as fitsZh } from './modules/talks/fits/messages.zh.ts'
import { en as invitationsEn } from './modules/talks/invitations/messages.en.ts'
import { zh as invitationsZh } from './modules/talks/invitations/messages.zh.ts'
import { en as listsEn } from './modules/talks/lists/messages.en.ts'
import { zh as listsZh } from './modules/talks/lists/messages.zh.ts'
import { en as menuEn } from './modules/talks/menu/messages.en.ts'
import { zh as menuZh } from './modules/talks/menu/messages.zh.ts'
import { en as ordersEn } from './modules/talks/orders/messages.en.ts'
import { zh as ordersZh } from './modules/talks/orders/messages.zh.ts'
import { en as planningEn } from './modules/talks/planning/messages.en.ts'
import { zh as planningZh } from './modules/talks/planning/messages.zh.ts'
import { en as reviewsEn } from './modules/talks/reviews/messages.en.ts'
import { zh as reviewsZh } from './modules/talks/reviews/messages.zh.ts'
import { en as speakersEn } from './modules/talks/speakers/messages.en.ts'
import { zh as speakersZh } from './modules/talks/speakers/messages.zh.ts'
import { en as storiesEn } from './modules/talks/stories/messages.en.ts'
import { zh as storiesZh } from './modules/talks/stories/messages.zh.ts'
import { en as wishesEn } from './modules/talks/wishes/messages.en.ts'
import { zh as wishesZh } from './modules/talks/wishes/messages.zh.ts'
import { en as postsEn } from './modules/volunteering/posts/messages.en.ts'
import { zh as postsZh } from './modules/volunteering/posts/messages.zh.ts'
import { en as serviceRecordsEn } from './modules/volunteering/records/messages.en.ts'
import { zh as serviceRecordsZh } from './modules/volunteering/records/messages.zh.ts'
import { en as rotaEn } from './modules/volunteering/rota/messages.en.ts'
import { zh as rotaZh } from './modules/volunteering/rota/messages.zh.ts'
import { en as youthEn } from './modules/volunteering/youth/messages.en.ts'
import { zh as youthZh } from './modules/volunteering/youth/messages.zh.ts'
import { fileReasons } from './platform/files/words.ts'
import type { InLanguages, Sentence } from './platform/language.ts'

/** Tells of one thing that happened, from the details its notice carries. */
// oxlint-disable-next-line no-explicit-any -- each notice's own details are known to who wrote it
export type NoticeWords = Record<string, (details: any) => string>

type Spoken = {
  reasons: Record<string, Sentence>
  /** What was just done, shown after a form was sent. */
  done: Record<string, string>
  /** What a fact says in the history of a thing. */
  facts: Record<string, string>
  notices: NoticeWords
}

function together(parts: readonly Partial<Spoken>[]): Spoken {
  const all = (kind: keyof Spoken) => {
    const said = parts.flatMap((part) => Object.entries(part[kind] ?? {}))
    const keys = new Set<string>()
    for (const [key] of said) {
      // One module would speak for another.
      if (keys.has(key)) throw new Error(`two modules have words for ${key}`)
      keys.add(key)
    }
    return Object.fromEntries(said)
  }
  return {
    reasons: all('reasons'),
    done: all('done'),
    facts: all('facts'),
    notices: all('notices'),
  } as Spoken
}

/** The sentences that are looked up by a key across modules: reasons, facts, notices. */
export const words: InLanguages<Spoken> = {
  zh: together([
    ownZh,
    { reasons: fileReasons.zh },
    organisationZh,
    holidaysZh,
    peopleZh,
    importsZh,
    accountsZh,
    noticesZh,
    suggestionsZh,
    privacyZh,
    consentsZh,
    seasonsZh,
    requirementsZh,
    reviewsZh,
    listsZh,
    speakersZh,
    storiesZh,
    applicationsZh,
    invitationsZh,
    menuZh,
    fitsZh,
    wishesZh,
    ordersZh,
    dispatchesZh,
    clocksZh,
    planningZh,
    sessionsZh,
    seatsZh,
    waitlistZh,
    rollZh,
    settlingZh,
    codesZh,
    signUpListsZh,
    calendarsZh,
    sessionBoardsZh,
    seriesZh,
    sessionQuestionsZh,
    signUpsZh,
    feedsZh,
    sheetsZh,
    homesZh,
    outcomesZh,
    photosZh,
    resourcesZh,
    thingsZh,
    visitsZh,
    hoursZh,
    needsZh,
    boardZh,
    claimsZh,
    postsZh,
    rotaZh,
    youthZh,
    serviceRecordsZh,
    outreachZh,
    makingZh,
    takingZh,
    recallZh,
    coverageZh,
    bulletinsZh,
    bulletinChecksZh,
    bulletinPicturesZh,
  ]),
  en: together([
    ownEn,
    { reasons: fileReasons.en },
    organisationEn,
    holidaysEn,
    peopleEn,
    importsEn,
    accountsEn,
    noticesEn,
    suggestionsEn,
    privacyEn,
    consentsEn,
    seasonsEn,
    requirementsEn,
    reviewsEn,
    listsEn,
    speakersEn,
    storiesEn,
    applicationsEn,
    invitationsEn,
    menuEn,
    fitsEn,
    wishesEn,
    ordersEn,
    dispatchesEn,
    clocksEn,
    planningEn,
    sessionsEn,
    seatsEn,
    waitlistEn,
    rollEn,
    settlingEn,
    codesEn,
    signUpListsEn,
    calendarsEn,
    sessionBoardsEn,
    seriesEn,
    sessionQuestionsEn,
    signUpsEn,
    feedsEn,
    sheetsEn,
    homesEn,
    outcomesEn,
    photosEn,
    resourcesEn,
    thingsEn,
    visitsEn,
    hoursEn,
    needsEn,
    boardEn,
    claimsEn,
    postsEn,
    rotaEn,
    youthEn,
    serviceRecordsEn,
    outreachEn,
    makingEn,
    takingEn,
    recallEn,
    coverageEn,
    bulletinsEn,
    bulletinChecksEn,
    bulletinPicturesEn,
  ]),
}
