// Every address of the site. It imports nothing, so that any page can link to any other without a
// module importing a later one; routes.ts says which page answers where.

export const urls = {
  home: '/',
  setUp: '/set-up',
  about: '/about',
  demo: '/demo/sign-in',
  signIn: '/sign-in',
  signInCode: '/sign-in/code',
  signInPassword: '/sign-in/password',
  signOut: '/sign-out',
  reading: '/reading',
  account: '/account',
  inbox: '/inbox',
  calls: '/calls',
  outbox: '/outbox',
  say: '/say',
  suggestions: '/suggestions',
  people: '/people',
  newPerson: '/people/new',
  peopleFiles: '/people/lists',
  peopleFile: '/people/lists/:importId',
  person: '/people/:personId',
  privacy: '/privacy',
  privacyFile: '/privacy/file',
  privacyRequests: '/privacy/requests',
  privacyRequest: '/privacy/requests/:requestId',
  retention: '/privacy/retention',
  units: '/units',
  venues: '/venues',
  venue: '/venues/:venueId',
  divisions: '/divisions',
  holidays: '/holidays',
  seasons: '/seasons',
  season: '/seasons/:seasonId',
  newSeason: '/seasons/new',
  requirements: '/seasons/:seasonId/requirements',
  changeHourRules: '/seasons/:seasonId/hour-rules',
  speakers: '/speakers',
  newSpeaker: '/speakers/new',
  speaker: '/speakers/:speakerId',
  speakerEntry: '/speakers/:speakerId/entry',
  speakerTimes: '/speakers/:speakerId/times',
  speak: '/speak',
  applications: '/applications',
  application: '/applications/:applicationId',
  wishes: '/wishes',
  menu: '/menu',
  newTalk: '/menu/new',
  talk: '/menu/:talkId',
  orderTalk: '/menu/:talkId/order',
  orders: '/orders',
  order: '/orders/:orderId',
  dispatch: '/dispatches/:dispatchId',
  invitation: '/i/:token',
  reviewLink: '/v/:token',
  reviews: '/reviews',
  review: '/orders/:orderId/review',
  reviewStrip: '/orders/:orderId/review/print',
  board: '/dispatch',
  plans: '/dispatch/plans',
  newPlan: '/dispatch/plans/new',
  plan: '/dispatch/plans/:planId',
  publishPlan: '/dispatch/plans/:planId/publish',
  comparePlans: '/dispatch/plans/:planId/compare/:otherId',
  planOrder: '/dispatch/plans/:planId/orders/:orderId',
  calendar: '/calendar',
  calendarFile: '/calendar.ics',
  feed: '/calendar/feed',
  feedFile: '/feeds/:secret/calendar.ics',
  sessions: '/sessions',
  newSession: '/sessions/new',
  session: '/sessions/:sessionId',
  sessionPlan: '/sessions/:sessionId/plan',
  round: '/sessions/:sessionId/visits',
  sessionFile: '/sessions/:sessionId/calendar.ics',
  roll: '/sessions/:sessionId/roll',
  closeSession: '/sessions/:sessionId/close',
  courses: '/courses',
  newCourse: '/courses/new',
  questionFlags: '/courses/questions',
  course: '/courses/:courseId',
  editCourse: '/courses/:courseId/edit',
  courseQuestion: '/courses/:courseId/question',
  coursePack: '/courses/:courseId/print',
  courseClip: '/courses/:courseId/clip',
  courseCaptions: '/courses/:courseId/captions/:captions',
  question: '/questions/:questionId',
  recall: '/recall',
  recallFor: '/recall/for/:personId',
  recallLink: '/r/:token',
  memory: '/coverage/memory',
  homes: '/homes',
  resources: '/resources',
  resource: '/resources/:resourceId',
  needs: '/needs',
  sayNeed: '/needs/new',
  needStatus: '/needs/status',
  need: '/needs/:needId',
  publishMatter: '/needs/:needId/matter',
  matters: '/matters',
  matter: '/matters/:matterId',
  volunteering: '/volunteering',
  newPost: '/posts/new',
  post: '/posts/:postId',
  shift: '/shifts/:shiftId',
  shiftRoll: '/shifts/:shiftId/roll',
  atRisk: '/at-risk',
  teams: '/teams',
  team: '/teams/:teamId',
  serviceConsents: '/service-consents',
  serviceRules: '/service-rules',
  serviceRecords: '/service-records',
  serviceRecord: '/service-records/:personId',
  certificate: '/certificates/:certificateId',
  certificateFile: '/certificates/:certificateId/certificate.pdf',
  certificateKey: '/certificate-key.json',
  hours: '/hours',
  hoursToSettle: '/hours/to-settle',
  personHours: '/hours/:personId',
  coverage: '/coverage',
  roster: '/coverage/roster',
  rosterFile: '/coverage/roster.xlsx',
  notReached: '/coverage/not-reached',
  district: '/district',
  bulletins: '/bulletins',
  bulletin: '/bulletins/:bulletinId',
  figure: '/bulletins/:bulletinId/figures/:figure',
  bulletinVersions: '/bulletins/:bulletinId/versions',
  bulletinPeople: '/bulletins/:bulletinId/people',
  bulletinAsked: '/bulletins/:bulletinId/asked',
  bulletinPictures: '/bulletins/:bulletinId/pictures',
  bulletinPicture: '/bulletins/:bulletinId/pictures/:pictureId',
  bulletinPictureFile: '/bulletins/:bulletinId/pictures/:pictureId/file',
  bulletinFile: '/bulletins/:bulletinId/files/:form',
  houseWords: '/house-words',
  news: '/news',
  newsRss: '/news/rss.xml',
  newsAtom: '/news/atom.xml',
  newsItem: '/news/:bulletinId',
  newsPicture: '/news/:bulletinId/pictures/:pictureId',
  apiDocs: '/api/docs',
  gallery: '/ui',
} as const

type Url = (typeof urls)[keyof typeof urls]
type Names<U extends string> = U extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : U extends `${string}:${infer Name}.${string}`
    ? Name
    : U extends `${string}:${infer Name}`
      ? Name
      : never

type Query = Record<string, string | number | readonly string[] | null | undefined>

/** The address of a page with its parameters and query filled in; empty query values are left out. */
export function to<U extends Url>(
  url: U,
  ...[params, query]: Names<U> extends never
    ? [params?: null, query?: Query]
    : [params: Record<Names<U>, string>, query?: Query]
): string {
  let path: string = url
  for (const [name, value] of Object.entries(params ?? {}))
    path = path.replace(`:${name}`, encodeURIComponent(value as string))
  if (!query) return path
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== null && each !== undefined && each !== '') search.append(name, String(each))
    }
  }
  return search.size > 0 ? `${path}?${search}` : path
}
