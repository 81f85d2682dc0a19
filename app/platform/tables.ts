// Made from the migrated database by `npm run tables`. Not edited by hand.
import type { ColumnType, Generated } from 'kysely'
import type { Span } from './database/spans.ts'

type Range = ColumnType<Span, string, string>
// oxlint-disable-next-line no-explicit-any -- what stands in a jsonb column is its writer's to say
type Json = ColumnType<any, string, string>

export type Tables = {
  apiToken: {
    streetId: number
    id: string
    personId: string
    name: string
    tokenHash: Buffer
    madeAt: Date
    usedAt: Date | null
    endedAt: Date | null
  }
  appointment: {
    streetId: number
    id: string
    personId: string
    unitId: string
    role: 'administrator' | 'office' | 'organiser' | 'secretary' | 'committee' | 'member' | 'volunteer' | 'youth' | 'guardian' | 'staff' | 'correspondent' | 'proofreader' | 'district'
    fromOn: string
    untilOn: string | null
    madeAt: Date
  }
  attempt: {
    streetId: number
    id: string
    personId: string
    courseVersionId: string
    questionId: string
    questionVersionId: string
    answer: string[]
    correct: boolean
    first: boolean
    madeBy: string
    madeAt: Date
  }
  attendance: {
    streetId: number
    id: string
    sessionId: string
    personId: string
    presence: 'came' | 'left_early' | 'absent'
    recordedBy: string
    recordedAt: Date
    replacedAt: Date | null
  }
  bulletin: {
    streetId: number
    id: string
    number: number
    seasonId: string
    language: 'zh' | 'en'
    title: string
    body: string
    writtenBy: string
    madeAt: Date
    changedBy: string
    changedAt: Date
    version: Generated<number>
  }
  consent: {
    streetId: number
    id: string
    personId: string
    purpose: 'activity' | 'picture' | 'recording' | 'story' | 'name'
    version: string
    subjectId: string
    givenBy: string
    givenAt: Date
    paperKeptBy: string | null
    withdrawnAt: Date | null
    withdrawnBy: string | null
    active: Generated<boolean>
  }
  course: {
    streetId: number
    id: string
    number: number
    madeBy: string
    madeAt: Date
    sessionId: string | null
    talkId: string | null
    publishedId: string | null
    search: string | null
    retiredAt: Date | null
  }
  courseQuestion: {
    streetId: number
    courseVersionId: string
    questionId: string
    questionVersionId: string
    position: number
  }
  courseTaken: {
    streetId: number
    courseId: string
    personId: string
    startedAt: Date
    completedAt: Date | null
  }
  courseVersion: {
    streetId: number
    id: string
    courseId: string
    version: number
    title: string
    titleEn: Generated<string>
    strandCode: string
    topics: string[]
    speakerId: string | null
    kind: 'text' | 'audio' | 'video'
    fileId: string | null
    seconds: number | null
    body: Generated<string>
    bodyEn: Generated<string>
    transcript: Generated<string>
    transcriptEn: Generated<string>
    captions: Generated<string>
    captionsEn: Generated<string>
    note: Generated<string>
    keyPoints: Generated<Json>
    madeBy: string
    madeAt: Date
    publishedBy: string | null
    publishedAt: Date | null
  }
  demoPersona: {
    streetId: number
    name: 'office' | 'organiser' | 'speaker' | 'member' | 'youth' | 'guardian' | 'proofreader' | 'volunteer' | 'district'
    personId: string
  }
  dispatch: {
    streetId: number
    id: string
    orderId: string
    speakerId: string
    venueId: string
    during: Range
    status: 'proposed' | 'accepted' | 'declined' | 'withdrawn'
    proposedBy: string
    proposedAt: Date
    answeredAt: Date | null
    answer: Generated<string>
  }
  division: {
    code: string
    name: string
    level: 'province' | 'city' | 'district' | 'street' | 'community'
    parentCode: string | null
  }
  fact: {
    streetId: number
    id: string
    name: string
    subjectId: string
    actorId: string | null
    onBehalfOf: string | null
    at: Date
    reason: string | null
    details: Json
    deliveredAt: Date | null
    attempts: Generated<number>
    nextTryAt: Date
    lastError: string | null
  }
  givenOut: {
    streetId: number
    sessionId: string
    position: number
    thing: string
    pieces: number
  }
  guardian: {
    streetId: number
    childId: string
    guardianId: string
    madeAt: Date
  }
  hourCredit: {
    streetId: number
    id: string
    personId: string
    sessionId: string
    hours: number
    rule: string
    ruleDetails: Json
    madeAt: Date
    replacedAt: Date | null
  }
  message: {
    streetId: number
    id: string
    personId: string | null
    phone: string
    body: string
    atAnyHour: boolean
    madeAt: Date
    attempts: Generated<number>
    nextTryAt: Date
    lastError: string | null
    sentAt: Date | null
    forgetAt: Date | null
  }
  notice: {
    streetId: number
    id: string
    personId: string
    factId: string
    name: string
    details: Json
    link: string
    urgency: 'safety' | 'soon' | 'digest'
    channel: 'sms' | 'call'
    madeAt: Date
    dueAt: Date
    sentAt: Date | null
    toldBy: string | null
    readAt: Date | null
  }
  numbering: {
    streetId: number
    kind: string
    last: number
  }
  orderTime: {
    streetId: number
    orderId: string
    position: number
    during: Range
  }
  outcome: {
    streetId: number
    sessionId: string
    guests: number
    note: Generated<string>
    closedBy: string
    closedAt: Date
  }
  password: {
    streetId: number
    personId: string
    hash: string
    madeAt: Date
  }
  passwordTry: {
    streetId: number
    id: string
    phone: string
    addressHash: Buffer
    at: Date
  }
  person: {
    streetId: number
    id: string
    name: string
    namePinyin: string
    gender: 'f' | 'm' | null
    bornOn: string | null
    phone: string | null
    reach: 'sms' | 'call'
    dialect: string | null
    homebound: Generated<boolean>
    joinedPartyOn: string | null
    homeUnitId: string | null
    language: Generated<'zh' | 'en'>
    largeText: Generated<boolean>
    madeAt: Date
  }
  question: {
    streetId: number
    id: string
    courseId: string
    retiredAt: Date | null
  }
  questionFlag: {
    streetId: number
    id: string
    questionId: string
    questionVersionId: string
    cardId: string
    personId: string
    kind: 'never_learned' | 'wrong'
    words: Generated<string>
    madeAt: Date
    outcome: 'corrected' | 'retired' | 'kept' | null
    settledBy: string | null
    settledAt: Date | null
  }
  questionVersion: {
    streetId: number
    id: string
    questionId: string
    version: number
    kind: 'single' | 'several' | 'truth' | 'order' | 'short'
    words: string
    wordsEn: Generated<string>
    choices: Generated<Json>
    correct: Generated<string[]>
    feedback: Generated<string>
    feedbackEn: Generated<string>
    atSecond: number | null
    madeBy: string
    madeAt: Date
    reason: Generated<string>
  }
  recallCard: {
    streetId: number
    id: string
    personId: string
    questionId: string
    learnedAt: Date
    sessionId: string | null
    dueAt: Date
    stability: number
    difficulty: number
    elapsedDays: number
    scheduledDays: number
    learningSteps: number
    reps: number
    lapses: number
    state: number
    lastReviewAt: Date | null
    setAsideAt: Date | null
  }
  recallChoice: {
    streetId: number
    personId: string
    pausedAt: Date | null
    reminders: Generated<boolean>
    invitedAt: Date | null
  }
  recallInvite: {
    streetId: number
    id: string
    personId: string
    cardIds: string[]
    madeAt: Date
    expiresAt: Date
  }
  recallReview: {
    streetId: number
    id: string
    cardId: string
    personId: string
    questionId: string
    questionVersionId: string
    onDay: string
    turn: number
    answer: string[]
    correct: boolean
    rating: number
    daysLearned: number
    state: number
    dueAt: Date
    stability: number
    difficulty: number
    elapsedDays: number
    lastElapsedDays: number
    scheduledDays: number
    learningSteps: number
    way: 'page' | 'link' | 'helper'
    madeBy: string | null
    madeAt: Date
  }
  requestKey: {
    streetId: number
    personId: string
    key: string
    request: string
    answer: Json | null
    at: Date
  }
  requirement: {
    streetId: number
    id: string
    seasonId: string
    role: 'member' | 'secretary' | 'committee'
    strandCode: string | null
    hours: number
    sessions: number
  }
  season: {
    streetId: number
    id: string
    name: string
    nameEn: Generated<string>
    startsOn: string
    endsOn: string
    hourRules: string
    openedAt: Date
  }
  session: {
    streetId: number
    id: string
    number: number
    seasonId: string
    strandCode: string
    dispatchId: string | null
    talkId: string | null
    title: string
    titleEn: Generated<string>
    format: string
    audience: string
    language: string
    unitId: string
    venueId: string
    speakerId: string | null
    hostId: string
    during: Range
    seats: number
    status: 'scheduled' | 'held' | 'cancelled'
    revision: Generated<number>
    scheduledAt: Date
    cancelledAt: Date | null
    cancelReason: string | null
  }
  setUpLink: {
    id: string
    tokenHash: Buffer
    madeAt: Date
    expiresAt: Date
    usedAt: Date | null
  }
  signIn: {
    streetId: number
    id: string
    personId: string
    tokenHash: Buffer
    device: string
    madeAt: Date
    seenAt: Date
    expiresAt: Date
    endedAt: Date | null
  }
  signInCode: {
    streetId: number
    id: string
    phone: string
    addressHash: Buffer
    codeHash: Buffer
    madeAt: Date
    expiresAt: Date
    tries: Generated<number>
    usedAt: Date | null
  }
  signUp: {
    streetId: number
    sessionId: string
    personId: string
    madeBy: string
    madeAt: Date
    cancelledAt: Date | null
  }
  signingKey: {
    streetId: number
    purpose: 'link' | 'certificate'
    secret: Json
    madeAt: Date
  }
  speaker: {
    streetId: number
    id: string
    personId: string
    kind: 'expert' | 'veteran' | 'model' | 'citizen'
    about: string
    aboutEn: Generated<string>
    languages: string[]
    conditions: Generated<string>
    conditionsEn: Generated<string>
    mostGuests: number | null
    registeredAt: Date
    leftAt: Date | null
  }
  strand: {
    streetId: number
    seasonId: string
    code: string
    name: string
    nameEn: Generated<string>
    position: number
  }
  street: {
    streetId: number
    name: string
    nameEn: string
    level: 'street' | 'district'
    openedAt: Date
  }
  suggestion: {
    streetId: number
    id: string
    personId: string | null
    page: string
    words: string
    madeAt: Date
    answer: string | null
    answeredBy: string | null
    answeredAt: Date | null
  }
  talk: {
    streetId: number
    id: string
    number: number
    title: string
    titleEn: Generated<string>
    about: string
    aboutEn: Generated<string>
    strandCode: string
    topics: string[]
    audiences: string[]
    formats: string[]
    languages: string[]
    minutes: number
    brings: Generated<string>
    search: string
    putOnMenuAt: Date
    retiredAt: Date | null
  }
  talkOrder: {
    streetId: number
    id: string
    number: number
    seasonId: string
    talkId: string
    unitId: string
    venueId: string
    audience: string
    headCount: number
    language: string
    note: Generated<string>
    status: 'submitted' | 'proposed' | 'accepted' | 'held' | 'withdrawn'
    placedBy: string
    placedAt: Date
    withdrawnAt: Date | null
  }
  talkSpeaker: {
    streetId: number
    talkId: string
    speakerId: string
    position: number
  }
  topic: {
    streetId: number
    code: string
    name: string
    nameEn: string
    position: number
  }
  unit: {
    streetId: number
    id: string
    parentId: string | null
    kind: 'district' | 'street' | 'community' | 'branch' | 'station' | 'school'
    name: string
    divisionCode: string | null
    ancestors: string[]
    madeAt: Date
    closedAt: Date | null
  }
  venue: {
    streetId: number
    id: string
    unitId: string
    kind: 'hall' | 'station' | 'pavilion' | 'school' | 'home' | 'outdoors'
    name: string
    seats: number
    place: Generated<string>
    madeAt: Date
  }
}
