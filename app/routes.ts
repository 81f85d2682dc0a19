import { h } from 'preact'
import { houseWordsPage } from './modules/bulletins/checks/pages/house-words.tsx'
import { articlePage } from './modules/bulletins/news/pages/article.tsx'
import {
  articleFile,
  atomDownload,
  rssDownload,
} from './modules/bulletins/news/pages/article-files.tsx'
import { newsPage } from './modules/bulletins/news/pages/news.tsx'
import { bulletinPage } from './modules/bulletins/pages/bulletin.tsx'
import { bulletinsPage } from './modules/bulletins/pages/bulletins.tsx'
import { figurePage } from './modules/bulletins/pages/figure.tsx'
import { versionsPage } from './modules/bulletins/pages/versions.tsx'
import { askedPage } from './modules/bulletins/pictures/pages/asked.tsx'
import { picturePage } from './modules/bulletins/pictures/pages/picture.tsx'
import {
  newsPictureDownload,
  pictureDownload,
} from './modules/bulletins/pictures/pages/picture-file.tsx'
import { picturesPage } from './modules/bulletins/pictures/pages/pictures.tsx'
import { bulletinPeoplePage } from './modules/bulletins/quotes/pages/people.tsx'
import { courseQuestionPage } from './modules/courses/making/pages/course-question.tsx'
import { editCoursePage } from './modules/courses/making/pages/edit-course.tsx'
import { newCoursePage } from './modules/courses/making/pages/new-course.tsx'
import { questionPage } from './modules/courses/making/pages/question.tsx'
import { questionFlagsPage } from './modules/courses/making/pages/question-flags.tsx'
import { recallPage } from './modules/courses/recall/pages/recall.tsx'
import { recallLinkPage } from './modules/courses/recall/pages/recall-link.tsx'
import { coursePage } from './modules/courses/taking/pages/course.tsx'
import { captionsDownload, clipDownload } from './modules/courses/taking/pages/course-files.tsx'
import { coursePackPage } from './modules/courses/taking/pages/course-pack.tsx'
import { coursesPage } from './modules/courses/taking/pages/courses.tsx'
import { changeRulesPage } from './modules/coverage/hours/pages/change-rules.tsx'
import { hoursPage } from './modules/coverage/hours/pages/hours.tsx'
import { personHoursPage } from './modules/coverage/hours/pages/person-hours.tsx'
import { toSettlePage } from './modules/coverage/hours/pages/to-settle.tsx'
import { memoryPage } from './modules/coverage/memory/pages/memory.tsx'
import { notReachedPage } from './modules/coverage/outreach/pages/not-reached.tsx'
import { coveragePage } from './modules/coverage/pages/coverage.tsx'
import { rosterPage } from './modules/coverage/roster/pages/roster.tsx'
import { rosterDownload } from './modules/coverage/roster/pages/roster-file.tsx'
import { districtPage } from './modules/coverage/summaries/pages/district.tsx'
import { aboutPage } from './modules/home/pages/about.tsx'
import { homePage } from './modules/home/pages/home.tsx'
import { mattersPage } from './modules/matters/board/pages/matters.tsx'
import { publishMatterPage } from './modules/matters/board/pages/publish-matter.tsx'
import { matterPage } from './modules/matters/claims/pages/matter.tsx'
import { needPage } from './modules/matters/needs/pages/need.tsx'
import { needStatusPage } from './modules/matters/needs/pages/need-status.tsx'
import { needsPage } from './modules/matters/needs/pages/needs.tsx'
import { sayNeedPage } from './modules/matters/needs/pages/say-need.tsx'
import { holidaysPage } from './modules/organisation/holidays/pages/holidays.tsx'
import { divisionsPage } from './modules/organisation/pages/divisions.tsx'
import { unitsPage } from './modules/organisation/pages/units.tsx'
import { venuePage } from './modules/organisation/pages/venue.tsx'
import { venuesPage } from './modules/organisation/pages/venues.tsx'
import { accountPage } from './modules/people/accounts/pages/account.tsx'
import { demoSignInPage } from './modules/people/accounts/pages/demo-sign-in.tsx'
import { readingPage } from './modules/people/accounts/pages/reading.tsx'
import { setUpPage } from './modules/people/accounts/pages/set-up.tsx'
import { signInPage } from './modules/people/accounts/pages/sign-in.tsx'
import { signInCodePage } from './modules/people/accounts/pages/sign-in-code.tsx'
import { signInPasswordPage } from './modules/people/accounts/pages/sign-in-password.tsx'
import { signOutPage } from './modules/people/accounts/pages/sign-out.tsx'
import { peopleFilePage } from './modules/people/imports/pages/people-file.tsx'
import { peopleFilesPage } from './modules/people/imports/pages/people-files.tsx'
import { callsPage } from './modules/people/notices/pages/calls.tsx'
import { inboxPage } from './modules/people/notices/pages/inbox.tsx'
import { outboxPage } from './modules/people/notices/pages/outbox.tsx'
import { newPersonPage } from './modules/people/pages/new-person.tsx'
import { peoplePage } from './modules/people/pages/people.tsx'
import { personPage } from './modules/people/pages/person.tsx'
import { sayPage } from './modules/people/suggestions/pages/say.tsx'
import { suggestionsPage } from './modules/people/suggestions/pages/suggestions.tsx'
import { privacyPage } from './modules/privacy/pages/privacy.tsx'
import { privacyFile } from './modules/privacy/pages/privacy-file.tsx'
import { privacyRequestPage } from './modules/privacy/pages/request.tsx'
import { privacyRequestsPage } from './modules/privacy/pages/requests.tsx'
import { retentionPage } from './modules/privacy/pages/retention.tsx'
import { newSeasonPage } from './modules/seasons/pages/new-season.tsx'
import { requirementsPage } from './modules/seasons/pages/requirements.tsx'
import { seasonPage } from './modules/seasons/pages/season.tsx'
import { seasonsPage } from './modules/seasons/pages/seasons.tsx'
import { applicationPage } from './modules/talks/applications/pages/application.tsx'
import { applicationsPage } from './modules/talks/applications/pages/applications.tsx'
import { speakPage } from './modules/talks/applications/pages/speak.tsx'
import { boardPage } from './modules/talks/board/pages/board.tsx'
import { comparePlansPage } from './modules/talks/board/pages/compare-plans.tsx'
import { newPlanPage } from './modules/talks/board/pages/new-plan.tsx'
import { planPage } from './modules/talks/board/pages/plan.tsx'
import { planOrderPage } from './modules/talks/board/pages/plan-order.tsx'
import { plansPage } from './modules/talks/board/pages/plans.tsx'
import { publishPlanPage } from './modules/talks/board/pages/publish-plan.tsx'
import { clocksPage } from './modules/talks/clocks/pages/clocks.tsx'
import { dispatchPage } from './modules/talks/dispatches/pages/dispatch.tsx'
import { openOrdersPage } from './modules/talks/dispatches/pages/open-orders.tsx'
import { briefingPage } from './modules/talks/invitations/pages/briefing.tsx'
import { invitationPage } from './modules/talks/invitations/pages/invitation.tsx'
import { speakerListPage } from './modules/talks/lists/pages/speaker-list.tsx'
import { speakerListsPage } from './modules/talks/lists/pages/speaker-lists.tsx'
import { changeTalkPage } from './modules/talks/menu/pages/change-talk.tsx'
import { materialDownload } from './modules/talks/menu/pages/material-file.tsx'
import { menuPage } from './modules/talks/menu/pages/menu.tsx'
import { menuPaperDownload, menuPaperPage } from './modules/talks/menu/pages/menu-paper.tsx'
import { newTalkPage } from './modules/talks/menu/pages/new-talk.tsx'
import {
  strandPosterDownload,
  strandPosterPage,
  talkPosterDownload,
  talkPosterPage,
} from './modules/talks/menu/pages/posters.tsx'
import { talkPage } from './modules/talks/menu/pages/talk.tsx'
import { talkSpeakersPage } from './modules/talks/menu/pages/talk-speakers.tsx'
import { talkVersionsPage } from './modules/talks/menu/pages/talk-versions.tsx'
import { changeOrderPage } from './modules/talks/orders/pages/change-order.tsx'
import { newOrderPage } from './modules/talks/orders/pages/new-order.tsx'
import { orderPage } from './modules/talks/orders/pages/order.tsx'
import { orderTalkPage } from './modules/talks/orders/pages/order-talk.tsx'
import { ordersPage } from './modules/talks/orders/pages/orders.tsx'
import { reviewPage } from './modules/talks/reviews/pages/review.tsx'
import { reviewLinkPage } from './modules/talks/reviews/pages/review-link.tsx'
import { reviewStripPage } from './modules/talks/reviews/pages/review-strip.tsx'
import { reviewsPage } from './modules/talks/reviews/pages/reviews.tsx'
import { newSpeakerPage } from './modules/talks/speakers/pages/new-speaker.tsx'
import { speakerPage } from './modules/talks/speakers/pages/speaker.tsx'
import { speakerEntryPage } from './modules/talks/speakers/pages/speaker-entry.tsx'
import { speakerTimesPage } from './modules/talks/speakers/pages/speaker-times.tsx'
import { speakersPage } from './modules/talks/speakers/pages/speakers.tsx'
import { recordingDownload } from './modules/talks/stories/pages/recording.tsx'
import { storiesPage } from './modules/talks/stories/pages/stories.tsx'
import { wishesPage } from './modules/talks/wishes/pages/wishes.tsx'
import { newPostPage } from './modules/volunteering/posts/pages/new-post.tsx'
import { postPage } from './modules/volunteering/posts/pages/post.tsx'
import { volunteeringPage } from './modules/volunteering/posts/pages/volunteering.tsx'
import { certificatePage } from './modules/volunteering/records/pages/certificate.tsx'
import {
  certificateDownload,
  certificateKeyDownload,
} from './modules/volunteering/records/pages/certificate-file.tsx'
import { serviceDeskPage } from './modules/volunteering/records/pages/desk.tsx'
import { serviceRecordPage } from './modules/volunteering/records/pages/own.tsx'
import { shiftRollPage } from './modules/volunteering/records/pages/shift-roll.tsx'
import { atRiskPage } from './modules/volunteering/rota/pages/at-risk.tsx'
import { shiftPage } from './modules/volunteering/rota/pages/shift.tsx'
import { serviceConsentsPage } from './modules/volunteering/youth/pages/consents.tsx'
import { serviceRulesPage } from './modules/volunteering/youth/pages/rules.tsx'
import { teamPage } from './modules/volunteering/youth/pages/team.tsx'
import { teamsPage } from './modules/volunteering/youth/pages/teams.tsx'
import { page, type Route } from './platform/http/page.ts'
import { sessionRoutes } from './routes.sessions.ts'
import { saidIn } from './said-values.ts'
import { Gallery } from './ui/gallery.tsx'
import { urls } from './urls.ts'
import { words } from './words.ts'

/** Every page of the site, module by module: the table of contents. */
const routes: readonly Route[] = [
  [urls.home, homePage],
  [urls.about, aboutPage],
  [urls.setUp, setUpPage],
  [urls.signIn, signInPage],
  [urls.signInCode, signInCodePage],
  [urls.signInPassword, signInPasswordPage],
  [urls.signOut, signOutPage],
  [urls.reading, readingPage],
  [urls.account, accountPage],
  [urls.inbox, inboxPage],
  [urls.calls, callsPage],
  [urls.people, peoplePage],
  [urls.newPerson, newPersonPage],
  [urls.peopleFiles, peopleFilesPage],
  [urls.peopleFile, peopleFilePage],
  [urls.person, personPage],
  [urls.say, sayPage],
  [urls.suggestions, suggestionsPage],

  [urls.privacy, privacyPage],
  [urls.privacyFile, privacyFile((language, name) => words[language].facts[name] ?? name, saidIn)],
  [urls.privacyRequests, privacyRequestsPage],
  [urls.privacyRequest, privacyRequestPage],
  [urls.retention, retentionPage],

  [urls.units, unitsPage],
  [urls.venues, venuesPage],
  [urls.venue, venuePage],
  [urls.divisions, divisionsPage],
  [urls.holidays, holidaysPage],

  [urls.seasons, seasonsPage],
  [urls.newSeason, newSeasonPage],
  [urls.requirements, requirementsPage],
  [urls.season, seasonPage],

  [urls.speakers, speakersPage],
  [urls.newSpeaker, newSpeakerPage],
  [urls.speakerLists, speakerListsPage],
  [urls.speakerList, speakerListPage],
  [urls.speaker, speakerPage],
  [urls.speakerEntry, speakerEntryPage],
  [urls.speakerTimes, speakerTimesPage],
  [urls.stories, storiesPage],
  [urls.recording, recordingDownload],
  [urls.speak, speakPage],
  [urls.applications, applicationsPage],
  [urls.application, applicationPage],
  [urls.wishes, wishesPage],
  [urls.menu, menuPage],
  [urls.menuPaper, menuPaperPage],
  [urls.menuPaperFile, menuPaperDownload],
  [urls.strandPoster, strandPosterPage],
  [urls.strandPosterFile, strandPosterDownload],
  [urls.newTalk, newTalkPage],
  [urls.talk, talkPage],
  [urls.changeTalk, changeTalkPage],
  [urls.talkSpeakers, talkSpeakersPage],
  [urls.talkVersions, talkVersionsPage],
  [urls.talkMaterial, materialDownload],
  [urls.talkPoster, talkPosterPage],
  [urls.talkPosterFile, talkPosterDownload],
  [urls.orderTalk, orderTalkPage],
  [urls.orders, ordersPage],
  [urls.order, orderPage],
  [urls.changeOrder, changeOrderPage],
  [urls.orderClocks, clocksPage],
  [urls.openOrders, openOrdersPage],
  [urls.newOrder, newOrderPage],
  [urls.dispatch, dispatchPage],

  [urls.board, boardPage],
  [urls.plans, plansPage],
  [urls.newPlan, newPlanPage],
  [urls.plan, planPage],
  [urls.publishPlan, publishPlanPage],
  [urls.comparePlans, comparePlansPage],
  [urls.planOrder, planOrderPage],
  [urls.briefing, briefingPage],
  [urls.invitation, invitationPage],
  [urls.reviews, reviewsPage],
  [urls.review, reviewPage],
  [urls.reviewStrip, reviewStripPage],
  [urls.reviewLink, reviewLinkPage],

  ...sessionRoutes,

  [urls.needs, needsPage],
  [urls.sayNeed, sayNeedPage],
  [urls.needStatus, needStatusPage],
  [urls.need, needPage],
  [urls.publishMatter, publishMatterPage],
  [urls.matters, mattersPage],
  [urls.matter, matterPage],

  [urls.courses, coursesPage],
  [urls.newCourse, newCoursePage],
  [urls.questionFlags, questionFlagsPage],
  [urls.course, coursePage],
  [urls.coursePack, coursePackPage],
  [urls.courseClip, clipDownload],
  [urls.courseCaptions, captionsDownload],
  [urls.editCourse, editCoursePage],
  [urls.courseQuestion, courseQuestionPage],
  [urls.question, questionPage],
  [urls.recall, recallPage],
  [urls.recallFor, recallPage],
  [urls.recallLink, recallLinkPage],

  [urls.volunteering, volunteeringPage],
  [urls.newPost, newPostPage],
  [urls.post, postPage],
  [urls.shift, shiftPage],
  [urls.shiftRoll, shiftRollPage],
  [urls.atRisk, atRiskPage],
  [urls.teams, teamsPage],
  [urls.team, teamPage],
  [urls.serviceConsents, serviceConsentsPage],
  [urls.serviceRules, serviceRulesPage],
  [urls.serviceRecords, serviceDeskPage],
  [urls.serviceRecord, serviceRecordPage],
  [urls.certificate, certificatePage],
  [urls.certificateFile, certificateDownload],
  [urls.certificateKey, certificateKeyDownload],

  [urls.hours, hoursPage],
  [urls.hoursToSettle, toSettlePage],
  [urls.personHours, personHoursPage],
  [urls.changeHourRules, changeRulesPage],
  [urls.coverage, coveragePage],
  [urls.memory, memoryPage],
  [urls.notReached, notReachedPage],
  [urls.district, districtPage],
  [urls.roster, rosterPage],
  [urls.rosterFile, rosterDownload],

  [urls.bulletins, bulletinsPage],
  [urls.bulletin, bulletinPage],
  [urls.figure, figurePage],
  [urls.bulletinVersions, versionsPage],
  [urls.bulletinPeople, bulletinPeoplePage],
  [urls.bulletinAsked, askedPage],
  [urls.bulletinPictures, picturesPage],
  [urls.bulletinPicture, picturePage],
  [urls.bulletinPictureFile, pictureDownload],
  [urls.bulletinFile, articleFile],
  [urls.houseWords, houseWordsPage],
  [urls.news, newsPage],
  [urls.newsRss, rssDownload],
  [urls.newsAtom, atomDownload],
  [urls.newsItem, articlePage],
  [urls.newsPicture, newsPictureDownload],
]

/** What stands only in a demo: anyone may be one of its people. */
const demoRoutes: readonly Route[] = [
  [urls.demo, demoSignInPage],
  [urls.outbox, outboxPage],
]

const galleryPage = page({
  open: true,
  title: () => '/ui',
  load: async () => null,
  view: () => h(Gallery, null),
})
// Known when the program is built, so that what is shipped has no gallery in it.
const workshopRoutes: readonly Route[] = import.meta.env.DEV ? [[urls.gallery, galleryPage]] : []

/** The pages that there are, in a demo or outside it. */
export function routesFor(demo: boolean): readonly Route[] {
  return [...routes, ...workshopRoutes, ...(demo ? demoRoutes : [])]
}
