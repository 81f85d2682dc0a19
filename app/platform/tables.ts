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
  application: {
    streetId: number
    id: string
    postId: string
    personId: string
    vettedTwice: boolean
    needsTraining: boolean
    needsHealth: boolean
    trained: boolean
    healthy: boolean
    pickUp: Generated<string>
    wishedShiftId: string | null
    state: 'waiting' | 'vetted' | 'approved' | 'declined' | 'withdrawn'
    madeBy: string | null
    madeAt: Date
    vettedBy: string | null
    vettedAt: Date | null
    approvedBy: string | null
    approvedAt: Date | null
    endedAt: Date | null
    approved: Generated<boolean | null>
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
    presence: 'came' | 'left_early' | 'visited' | 'absent'
    minutes: number | null
    recordedBy: string
    recordedAt: Date
    saidAt: Date | null
    entryId: string | null
    replacedAt: Date | null
  }
  board: {
    streetId: number
    id: string
    sessionId: string
    position: number
    title: string
    titleEn: Generated<string>
    about: Generated<string>
    aboutEn: Generated<string>
  }
  booking: {
    streetId: number
    id: string
    resourceId: string
    unitId: string
    sessionId: string | null
    during: Range
    status: 'booked' | 'handed_over' | 'returned' | 'cancelled'
    bookedBy: string
    bookedAt: Date
    handedOverAt: Date | null
    handedTo: Generated<string>
    returnedAt: Date | null
    returnNote: Generated<string>
  }
  bulletin: {
    streetId: number
    id: string
    number: number
    seasonId: string
    language: 'zh' | 'en'
    correctsId: string | null
    title: string
    body: string
    writtenBy: string
    madeAt: Date
    changedBy: string
    changedAt: Date
    version: Generated<number>
    status: Generated<'draft' | 'first' | 'second' | 'third' | 'proof' | 'ready' | 'published'>
    round: Generated<number>
    published: Generated<boolean>
  }
  bulletinComment: {
    streetId: number
    id: string
    bulletinId: string
    round: number
    version: number
    paragraph: number | null
    words: string
    madeBy: string
    madeAt: Date
  }
  bulletinPart: {
    streetId: number
    bulletinId: string
    personId: string
    part: 'writer' | 'reader'
  }
  bulletinPerson: {
    streetId: number
    bulletinId: string
    personId: string
    name: string
    consentId: string | null
    adult: Generated<boolean>
    published: Generated<boolean>
  }
  bulletinPicture: {
    streetId: number
    id: string
    bulletinId: string
    fileId: string
    afterParagraph: number
    caption: string
    alternative: string
    people: 'unsaid' | 'nobody' | 'named'
    madeBy: string
    madeAt: Date
    published: Generated<boolean>
    takenDownAt: Date | null
  }
  bulletinPublication: {
    streetId: number
    bulletinId: string
    version: number
    round: number
    publishedBy: string
    publishedAt: Date
    approved: Generated<string>
    firstStep: Generated<string>
    secondStep: Generated<string>
    thirdStep: Generated<string>
    proofStep: Generated<string>
  }
  bulletinStep: {
    streetId: number
    id: string
    bulletinId: string
    round: number
    step: 'first' | 'second' | 'third' | 'proof'
    version: number
    decision: 'approved' | 'sentBack'
    personId: string
    personPart: Generated<string>
    at: Date
  }
  bulletinVersion: {
    streetId: number
    bulletinId: string
    version: number
    title: string
    body: string
    savedBy: string
    saverPart: Generated<string>
    savedAt: Date
  }
  calendarFeed: {
    streetId: number
    id: string
    personId: string
    kind: 'mine' | 'unit' | 'venue' | 'resource'
    subjectId: string
    secretHash: string
    madeAt: Date
    fetchedAt: Date | null
    revokedAt: Date | null
  }
  certificateRecord: {
    streetId: number
    certificateId: string
    recordId: string
    personId: string
  }
  claim: {
    streetId: number
    id: string
    matterId: string
    unitId: string
    part: number
    partName: string
    claimedBy: string
    assignedTo: string
    claimedAt: Date
    warnedAt: Date | null
    contactedAt: Date | null
    doneAt: Date | null
    doneBy: string | null
    doneWords: Generated<string>
    endedAt: Date | null
    ending: 'handedBack' | 'lapsed' | 'withdrawn' | 'confirmed' | null
    kept: Generated<string>
  }
  claimNote: {
    streetId: number
    id: string
    claimId: string
    words: string
    writtenBy: string | null
    writtenAt: Date
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
    keyPoints: Json
    madeBy: string
    madeAt: Date
    publishedBy: string | null
    publishedAt: Date | null
  }
  dailySummary: {
    streetId: number
    day: string
    seasonName: string
    seasonNameEn: string
    branches: number
    branchesReached: number
    members: number
    membersReached: number
    membersStayed: number
    sessionsHeld: number
    hours: number
    madeAt: Date
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
    status: 'proposed' | 'accepted' | 'declined' | 'withdrawn' | 'cancelled' | 'expired'
    way: Generated<'hand' | 'plan' | 'open'>
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
  doorRound: {
    streetId: number
    sessionId: string
    visitorId: string
    minutesEach: number
    leaves: Generated<string>
  }
  exemption: {
    streetId: number
    id: string
    personId: string
    fromOn: string
    untilOn: string
    reason: string
    madeBy: string
    madeAt: Date
    shortenedAt: Date | null
    shortenedBy: string | null
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
  figureRecord: {
    streetId: number
    bulletinId: string
    figure: string
    position: number
    kind: string
    recordId: string
    label: string
    labelEn: string
    place: string | null
    at: Date | null
    pieces: number
  }
  file: {
    streetId: number
    id: string
    name: string
    mediaType: string
    kind: 'picture' | 'audio' | 'video' | 'text' | 'document'
    bytes: number
    sha256: string
    width: number | null
    height: number | null
    seconds: number | null
    madeBy: string | null
    madeAt: Date
  }
  fitsOff: {
    streetId: number
    personId: string
    since: Date
  }
  frozenFigure: {
    streetId: number
    bulletinId: string
    figure: string
    value: number
  }
  givenOut: {
    streetId: number
    sessionId: string
    position: number
    thing: string
    pieces: number
    offered: number | null
  }
  guardian: {
    streetId: number
    childId: string
    guardianId: string
    madeAt: Date
  }
  holiday: {
    day: string
    kind: 'off' | 'work'
    name: string
    nameEn: Generated<string>
    source: 'program' | 'hand'
  }
  home: {
    streetId: number
    venueId: string
    householderId: string
    mostGuests: number
    fromTime: string
    untilTime: string
    madeAt: Date
  }
  hourCredit: {
    streetId: number
    id: string
    personId: string
    sessionId: string
    during: Range
    hours: number
    rule: string
    ruleDetails: Json
    madeAt: Date
    replacedAt: Date | null
  }
  hourEntry: {
    streetId: number
    id: string
    personId: string
    seasonId: string
    strandCode: string
    onDay: string
    form: 'centralised' | 'branch' | 'practice' | 'visit' | 'centralGroup' | 'online' | 'selfStudy' | 'test'
    what: string
    reason: string
    hours: number
    corrects: string | null
    enteredBy: string
    enteredAt: Date
    status: 'waiting' | 'confirmed' | 'refused'
    decidedBy: string | null
    decidedAt: Date | null
    answer: Generated<string>
    replacedAt: Date | null
  }
  hourRuleChange: {
    streetId: number
    id: string
    seasonId: string
    fromOn: string
    hourRules: string
    reason: string
    madeBy: string
    madeAt: Date
  }
  houseWord: {
    streetId: number
    word: string
    instead: Generated<string>
  }
  importHeading: {
    streetId: number
    heading: string
    field: string
  }
  matter: {
    streetId: number
    id: string
    number: number
    title: string
    titleEn: Generated<string>
    doneWhen: string
    risk: Generated<string>
    category: 'repair' | 'care' | 'learning' | 'errands' | 'environment' | 'safety' | 'advice' | 'other'
    communityId: string
    landmark: Generated<string>
    tokens: string[]
    topics: string[]
    hands: number
    costYuan: number
    byOn: string
    parts: string[]
    splitByBranch: Generated<boolean>
    status: 'open' | 'claimed' | 'done' | 'confirmed' | 'withdrawn' | 'expired'
    publishedBy: string
    publishedAt: Date
    doneAt: Date | null
    endedAt: Date | null
    endReason: Generated<string>
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
  need: {
    streetId: number
    id: string
    number: number
    words: string
    tokens: string[]
    category: 'repair' | 'care' | 'learning' | 'errands' | 'environment' | 'safety' | 'advice' | 'other'
    communityId: string
    landmark: Generated<string>
    othersMaySee: boolean
    channel: 'page' | 'phone' | 'paper'
    personId: string | null
    saidAt: Date
    waitingSince: Date
    status: 'waiting' | 'answered' | 'referred' | 'refused' | 'matter'
    answer: Generated<string>
    department: Generated<string>
    triagedAt: Date | null
    followedUpAt: Date | null
    followUp: Generated<string>
    matterId: string | null
  }
  needContact: {
    streetId: number
    needId: string
    name: Generated<string>
    phone: string | null
    how: Generated<string>
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
  openWrite: {
    streetId: number
    id: string
    what: string
    fromHash: Buffer
    at: Date
  }
  orderClock: {
    streetId: number
    orderId: string
    stage: 'vet' | 'dispatch' | 'accept'
    startedAt: Date
    remindAt: Date | null
    dueAt: Date | null
    remindedAt: Date | null
    escalatedAt: Date | null
    stoppedAt: Date | null
  }
  orderClockRule: {
    streetId: number
    stage: 'vet' | 'dispatch' | 'accept'
    workingDays: number
    setBy: string
    setAt: Date
  }
  orderGuest: {
    streetId: number
    orderId: string
    unitId: string
    headCount: number
  }
  orderSeries: {
    streetId: number
    id: string
    number: number
    madeBy: string
    madeAt: Date
  }
  orderTime: {
    streetId: number
    orderId: string
    position: number
    choice: Generated<number>
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
  outcomeCount: {
    streetId: number
    sessionId: string
    way: 'link' | 'paper' | 'hands'
    tap: 'understood' | 'worth_hearing' | 'will_remember' | 'will_use'
    yes: Generated<number>
    no: Generated<number>
    shownYes: Generated<number>
    shownNo: Generated<number>
  }
  outcomeSlip: {
    streetId: number
    id: string
    sessionId: string
    personId: string
    askedAt: Date
    answered: Generated<boolean>
  }
  outreach: {
    streetId: number
    id: string
    seasonId: string
    personId: string
    sessionId: string | null
    madeBy: string
    madeAt: Date
    endedAt: Date | null
  }
  overlapChoice: {
    streetId: number
    id: string
    personId: string
    sessionId: string
    otherId: string
    reason: string
    madeBy: string
    madeAt: Date
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
  peopleImport: {
    streetId: number
    id: string
    madeBy: string | null
    madeAt: Date
    fileName: string
    rows: Json
    headingsAt: number
    columns: Json
    unitId: string | null
    role: string | null
    doneAt: Date | null
    added: number | null
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
    forgottenAt: Date | null
  }
  personalCode: {
    streetId: number
    id: string
    personId: string
    madeAt: Date
    revokedAt: Date | null
  }
  picturePerson: {
    streetId: number
    pictureId: string
    personId: string
    consentId: string | null
    adult: Generated<boolean>
    published: Generated<boolean>
  }
  plan: {
    streetId: number
    id: string
    number: number
    seasonId: string
    name: Generated<string>
    fromId: string | null
    kind: 'whole' | 'repair' | 'whatIf' | 'hand'
    status: 'waiting' | 'solving' | 'ready' | 'failed' | 'published' | 'discarded'
    asked: Json
    season: Json | null
    worth: Json | null
    objective: number | null
    bound: number | null
    proof: 'optimal' | 'within' | 'greedy' | null
    progress: Json | null
    seconds: number | null
    madeBy: string | null
    madeAt: Date
    solvedAt: Date | null
    publishedBy: string | null
    publishedAt: Date | null
  }
  planOrder: {
    streetId: number
    planId: string
    orderId: string
    speakerId: string | null
    venueId: string | null
    during: Range | null
    locked: Generated<boolean>
    reasons: Json
    dispatchId: string | null
  }
  post: {
    streetId: number
    id: string
    number: number
    unitId: string
    teamId: string | null
    title: string
    titleEn: Generated<string>
    tasks: string
    place: string
    leastAge: number
    needsTraining: boolean
    needsHealth: boolean
    risk: 'none' | 'some'
    riskNotice: Generated<string>
    vettedTwice: boolean
    openedBy: string | null
    openedAt: Date
    closedAt: Date | null
  }
  privacyRequest: {
    streetId: number
    id: string
    personId: string
    kind: 'correction' | 'deletion'
    wanted: Json
    words: string
    madeBy: string
    madeAt: Date
    status: Generated<'open' | 'done' | 'declined' | 'withdrawn'>
    answer: string | null
    answeredBy: string | null
    answeredAt: Date | null
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
    choices: Json
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
  resource: {
    streetId: number
    id: string
    kind: 'calligrapher' | 'troupe' | 'boards' | 'projector' | 'bus' | 'other'
    name: string
    nameEn: Generated<string>
    about: Generated<string>
    aboutEn: Generated<string>
    keeperId: string
    madeAt: Date
    retiredAt: Date | null
  }
  resourceNeed: {
    streetId: number
    sessionId: string
    kind: 'calligrapher' | 'troupe' | 'boards' | 'projector' | 'bus' | 'other'
  }
  retentionCount: {
    streetId: number
    runId: string
    tableName: string
    rows: number
    oldest: Date
  }
  retentionRun: {
    streetId: number
    id: string
    at: Date
    startedBy: string | null
  }
  review: {
    streetId: number
    id: string
    orderId: string
    unitId: string
    level: number
    asOrdered: 'yes' | 'partly' | 'no'
    words: Generated<string>
    way: 'page' | 'link' | 'paper' | 'phone'
    enteredBy: string | null
    reviewedAt: Date
    callDueOn: string | null
    calledAt: Date | null
    calledBy: string | null
    callNote: Generated<string>
  }
  rollEntry: {
    streetId: number
    id: string
    sessionId: string
    number: number
    phoneId: string | null
    kind: 'mark' | 'walk_in' | 'guests' | 'note'
    personId: string | null
    presence: 'came' | 'left_early' | 'absent' | null
    seen: 'came' | 'left_early' | 'visited' | 'absent' | null
    words: Generated<string>
    guests: Generated<number>
    saidAt: Date
    receivedAt: Date
    secondsOff: Generated<number>
    saidBy: string
    result: 'applied' | 'same' | 'held' | 'disputed' | 'late' | 'kept' | 'refused'
    settledBy: string | null
    settledAt: Date | null
  }
  rollPhone: {
    streetId: number
    id: string
    sessionId: string
    personId: string
    openedAt: Date
    until: Date
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
  serviceCertificate: {
    streetId: number
    id: string
    number: number
    personId: string
    issuerId: string
    handlerId: string
    fromOn: string
    untilOn: string
    minutes: number
    statement: string
    issuedAt: Date
    withdrawnAt: Date | null
    withdrawnBy: string | null
    withdrawReason: string | null
  }
  serviceDispute: {
    streetId: number
    id: string
    placeId: string
    personId: string
    about: 'minutes' | 'wasThere' | 'other'
    words: Generated<string>
    madeAt: Date
    dueOn: string | null
    answer: string | null
    corrected: boolean | null
    answeredBy: string | null
    answeredAt: Date | null
  }
  serviceRecord: {
    streetId: number
    id: string
    placeId: string
    personId: string
    outcome: 'attended' | 'excused' | 'sick' | 'noShow' | 'cancelled'
    minutes: number
    why: Generated<string>
    recordedBy: string
    recordedAt: Date
    confirmedBy: string | null
    confirmedAt: Date | null
    noticeUntil: string | null
    replacedAt: Date | null
  }
  serviceRule: {
    streetId: number
    version: number
    weekMost: number
    besideUnder: number
    childrenToAdult: number
    youngFrom: number
    youngUntil: number
    youngMinutes: number
    littleUntil: number
    littleMinutes: number
    noticeDays: number
    madeBy: string | null
    madeAt: Date
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
    venueId: string | null
    speakerId: string | null
    hostId: string
    during: Range
    seats: number
    childSeats: Generated<number>
    toKnow: Generated<string>
    toKnowEn: Generated<string>
    guided: Generated<boolean>
    seriesId: string | null
    streamUrl: Generated<string>
    opensAt: Date | null
    closesAt: Date | null
    status: 'draft' | 'scheduled' | 'held' | 'cancelled'
    revision: Generated<number>
    changedAt: Date | null
    scheduledAt: Date
    cancelledAt: Date | null
    cancelReason: string | null
  }
  sessionPhoto: {
    streetId: number
    id: string
    sessionId: string
    position: number
    fileId: string
    caption: Generated<string>
    people: Generated<'unsaid' | 'nobody' | 'named'>
    faces: Generated<number>
    takenDownAt: Date | null
    addedBy: string
    addedAt: Date
  }
  sessionPhotoPerson: {
    streetId: number
    photoId: string
    personId: string
  }
  sessionQuestion: {
    streetId: number
    sessionId: string
    position: number
    kind: 'text' | 'yes_no' | 'number' | 'choice'
    label: string
    labelEn: Generated<string>
    choices: Generated<string[]>
    choicesEn: Generated<string[]>
    required: Generated<boolean>
  }
  sessionSeries: {
    streetId: number
    id: string
    weekdays: number[]
    fromTime: string
    untilTime: string
    fromOn: string
    untilOn: string
    exceptOn: Generated<string[]>
    onHolidays: 'skip' | 'hold'
    madeBy: string
    madeAt: Date
  }
  setUpLink: {
    id: string
    tokenHash: Buffer
    madeAt: Date
    expiresAt: Date
    usedAt: Date | null
  }
  shift: {
    streetId: number
    id: string
    postId: string
    risk: string
    leastAge: number
    during: Range
    needed: number
    status: 'planned' | 'held' | 'cancelled'
    madeAt: Date
    cancelledAt: Date | null
    cancelReason: string | null
  }
  shiftPlace: {
    streetId: number
    id: string
    shiftId: string
    postId: string
    during: Range
    risk: string
    leastAge: number
    needed: number
    personId: string
    bornOn: string | null
    applicationId: string
    ruleVersion: number
    weekMost: number
    besideUnder: number
    childrenToAdult: number
    youngFrom: number
    youngUntil: number
    youngMinutes: number
    littleUntil: number
    littleMinutes: number
    consentId: string | null
    besideId: string | null
    besideSeat: number | null
    pickUp: Generated<string>
    seat: number
    weekTurn: number
    state: 'on' | 'off' | 'done'
    offWhy: 'own' | 'swapped' | 'organiser' | 'consentWithdrawn' | 'adultLeft' | 'shiftCancelled' | null
    madeBy: string | null
    madeAt: Date
    endedAt: Date | null
    fetchedAt: Date | null
    fetchedBy: string | null
    day: Generated<string | null>
    week: Generated<string | null>
    consentPurpose: Generated<string | null>
    consentActive: Generated<boolean | null>
    applicationStands: Generated<boolean | null>
    leads: Generated<boolean | null>
    besideLeads: Generated<boolean | null>
  }
  shiftSwap: {
    streetId: number
    id: string
    placeId: string
    personId: string
    offeredAt: Date
    takenPlaceId: string | null
    takenAt: Date | null
    withdrawnAt: Date | null
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
    seat: Generated<'open' | 'child'>
    partyId: string | null
  }
  signUpAnswer: {
    streetId: number
    sessionId: string
    personId: string
    position: number
    answer: string
    saidAt: Date
  }
  signUpList: {
    streetId: number
    id: string
    sessionId: string
    madeBy: string
    madeAt: Date
    fileName: string
    rows: Json
    headingsAt: number
    columns: Json
    doneAt: Date | null
    seated: number | null
    waiting: number | null
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
    formats: Generated<string[]>
    audiences: Generated<string[]>
    lengths: Generated<number[]>
    equipment: Generated<string>
    equipmentEn: Generated<string>
    rangeKm: number | null
    weeklyLimit: number | null
    seasonLimit: number | null
    restDays: Generated<number>
    onHolidays: Generated<boolean>
    vettedUntil: string | null
    homeVenueId: string | null
    conductCheckedOn: string | null
    registeredAt: Date
    leftAt: Date | null
  }
  speakerApplication: {
    streetId: number
    id: string
    number: number
    personId: string | null
    name: string
    phone: string | null
    about: string
    languages: string[]
    topics: string[]
    status: 'applied' | 'talked' | 'trial' | 'heard' | 'registered' | 'declined' | 'withdrawn'
    appliedAt: Date
    talkNote: Generated<string>
    trialAt: Date | null
    trialPlace: Generated<string>
    trialFeedback: Generated<string>
    decidedAt: Date | null
    reason: Generated<string>
    speakerId: string | null
  }
  speakerAway: {
    streetId: number
    speakerId: string
    fromOn: string
    untilOn: string
  }
  speakerExtra: {
    streetId: number
    speakerId: string
    day: string
    fromTime: string
    untilTime: string
  }
  speakerHours: {
    streetId: number
    speakerId: string
    weekday: number
    fromTime: string
    untilTime: string
  }
  speakerList: {
    streetId: number
    id: string
    madeBy: string
    madeAt: Date
    fileName: string
    rows: Json
    headingsAt: number
    columns: Json
    doneAt: Date | null
    added: number | null
  }
  speakerStory: {
    streetId: number
    id: string
    speakerId: string
    title: string
    titleEn: Generated<string>
    words: Generated<string>
    wordsEn: Generated<string>
    fileId: string | null
    consentId: string | null
    madeBy: string
    madeAt: Date
    takenDownAt: Date | null
  }
  speakerTopic: {
    streetId: number
    speakerId: string
    topicCode: string
    strength: number
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
    bringsEn: Generated<string>
    search: string
    version: Generated<number>
    offeredFrom: string | null
    offeredUntil: string | null
    putOnMenuAt: Date | null
    retiredAt: Date | null
  }
  talkMaterial: {
    streetId: number
    id: string
    talkId: string
    title: string
    fileId: string
    madeBy: string
    madeAt: Date
  }
  talkOrder: {
    streetId: number
    id: string
    number: number
    seasonId: string
    seriesId: string | null
    talkId: string
    talkVersion: Generated<number>
    unitId: string
    venueId: string
    audience: string
    headCount: number
    language: string
    note: Generated<string>
    takesSimilar: Generated<boolean>
    priority: Generated<number>
    status: 'draft' | 'submitted' | 'returned' | 'refused' | 'vetted' | 'planned' | 'open' | 'proposed' | 'accepted' | 'scheduled' | 'held' | 'confirmed' | 'reviewed' | 'closed' | 'withdrawn' | 'missed' | 'expired' | 'disputed'
    placedBy: string
    placedAt: Date
    vettedAt: Date | null
    answer: Generated<string>
    withdrawnAt: Date | null
  }
  talkSpeaker: {
    streetId: number
    talkId: string
    speakerId: string
    position: number
    strength: Generated<number>
  }
  talkVersion: {
    streetId: number
    talkId: string
    version: number
    title: string
    titleEn: string
    about: string
    aboutEn: string
    minutes: number
    note: Generated<string>
    madeBy: string | null
    madeAt: Date
  }
  teachingApproval: {
    streetId: number
    sessionId: string
    personId: string
    approvedBy: string
    approvedAt: Date
  }
  teamMember: {
    streetId: number
    teamId: string
    personId: string
    part: 'lead' | 'young'
    joinedAt: Date
    leftAt: Date | null
  }
  thing: {
    streetId: number
    id: string
    sessionId: string
    name: string
    offered: number
    given: Generated<number>
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
    sketchX: number | null
    sketchY: number | null
  }
  unnamedSeats: {
    streetId: number
    sessionId: string
    unitId: string
    seats: number
    madeBy: string
    madeAt: Date
  }
  venue: {
    streetId: number
    id: string
    unitId: string
    kind: 'hall' | 'station' | 'pavilion' | 'school' | 'home' | 'outdoors' | 'online'
    name: string
    seats: number
    place: Generated<string>
    entrance: Generated<'level' | 'ramp' | 'steps' | 'unknown'>
    toilet: Generated<'accessible' | 'plain' | 'none' | 'unknown'>
    hearingLoop: Generated<boolean>
    lift: Generated<boolean>
    equipment: Generated<string[]>
    madeAt: Date
  }
  venueHours: {
    streetId: number
    venueId: string
    weekday: number
    fromTime: string
    untilTime: string
  }
  verdict: {
    streetId: number
    id: string
    matterId: string
    needId: string
    solved: boolean
    words: Generated<string>
    how: 'page' | 'phone'
    givenBy: string | null
    at: Date
    calledBackAt: Date | null
    calledBackBy: string | null
    callWords: Generated<string>
  }
  viewing: {
    streetId: number
    sessionId: string
    courseId: string
  }
  visit: {
    streetId: number
    id: string
    sessionId: string
    personId: string
    place: Generated<string>
    result: 'visited' | 'away' | 'declined' | null
    note: Generated<string>
    pieces: Generated<number>
    recordedBy: string | null
    recordedAt: Date | null
  }
  waiting: {
    streetId: number
    id: string
    sessionId: string
    number: number
    unitId: string | null
    unnamed: Generated<number>
    status: 'waiting' | 'offered' | 'seated' | 'left' | 'declined' | 'lapsed'
    askedBy: string
    askedAt: Date
    offeredAt: Date | null
    offerUntil: Date | null
    endedAt: Date | null
  }
  waitingPerson: {
    streetId: number
    waitingId: string
    sessionId: string
    personId: string
    ended: Generated<boolean>
    seat: 'open' | 'child' | null
  }
  wish: {
    streetId: number
    id: string
    number: number
    unitId: string
    madeBy: string
    words: string
    madeAt: Date
    answer: string | null
    talkId: string | null
    answeredBy: string | null
    answeredAt: Date | null
  }
  youthTeam: {
    streetId: number
    id: string
    unitId: string
    name: string
    madeAt: Date
  }
}
