import { expect, test } from 'vitest'
import { type Context, nobody } from '#app/platform/context.ts'
import { day, later } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { another, as, makeAppointed, makePerson, makeStreet } from '#test/make.ts'
import { makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { endSpeaking } from '../speakers/end-speaking.ts'
import { findSpeaker } from '../speakers/queries.ts'
import { ApplyToSpeak, applyToSpeak } from './apply-to-speak.ts'
import { arrangeTrial } from './arrange-trial.ts'
import { declineApplication } from './decline-application.ts'
import { noteTalk } from './note-talk.ts'
import { noteTrial } from './note-trial.ts'
import { applications, applicationsOf, applicationsWaiting } from './queries.ts'
import { registerApplicant } from './register-applicant.ts'
import { withdrawApplication } from './withdraw-application.ts'

const said = (more: object = {}) =>
  ApplyToSpeak.parse({
    about: '讲怎样认出假电话。',
    languages: 'nantong',
    topics: 'fraud',
    ...more,
  })
const aPhone = () => `100${String(70_000 + another()).padStart(8, '0')}`

/** An applicant who is signed in, and the office. */
async function applied(ctx: Context) {
  await makeTalk(ctx)
  const person = await makePerson(ctx)
  const self = await as(ctx, person)
  await applyToSpeak(self, said())
  const office = await as(ctx, await makeAppointed(ctx, 'office'))
  const applicationId = (await applicationsOf(ctx, person.id))[0]!.id
  return { person, self, office, applicationId }
}

const trial = (applicationId: string) => ({
  applicationId,
  when: { date: '2022-01-15', from: '15:00' },
  place: '活动室',
})

test('from an application over a talk and a trial into the register', () =>
  rolledBack(async (ctx) => {
    const { person, office, applicationId } = await applied(ctx)
    await noteTalk(office, { applicationId, talkNote: '从自己被骗讲起。' })
    await arrangeTrial(office, trial(applicationId))
    expect(await applicationsWaiting(ctx)).toEqual([])
    const heard = { ...office, now: later(ctx.now, 4 * day) }
    expect((await applicationsWaiting(heard)).map((each) => each.id)).toEqual([applicationId])
    await noteTrial(heard, { applicationId, feedback: '听得懂，再短一点。' })
    const speaker = await registerApplicant(heard, {
      applicationId,
      kind: 'citizen',
      conductChecked: true,
    })
    expect(await findSpeaker(ctx, speaker.id)).toMatchObject({
      personId: person.id,
      kind: 'citizen',
      about: '讲怎样认出假电话。',
      languages: ['nantong'],
      topics: [{ code: 'fraud', strength: 2 }],
      conductCheckedOn: '2022-01-16',
      vettedUntil: '2023-01-16',
    })
    expect((await applicationsOf(ctx, person.id))[0]).toMatchObject({
      status: 'registered',
      speakerId: speaker.id,
      trialFeedback: '听得懂，再短一点。',
    })
  }))

test('someone applies without a sign-in, and is the person of that phone when registered', () =>
  rolledBack(async (ctx) => {
    await makeStreet(ctx)
    const stranger = { ...ctx, actor: nobody }
    const phone = aPhone()
    await applyToSpeak(stranger, said({ name: '王奶奶', phone }))
    await applyToSpeak(stranger, said({ name: '别人', phone }))
    const [only, ...others] = await applications(ctx)
    expect([only!.name, only!.phone, others.length]).toEqual(['王奶奶', phone, 0])
    const applicationId = only!.id
    await noteTalk(ctx, { applicationId, talkNote: '好。' })
    await arrangeTrial(ctx, trial(applicationId))
    const heard = { ...ctx, now: later(ctx.now, 4 * day) }
    await noteTrial(heard, { applicationId, feedback: '好听。' })
    const register = () =>
      registerApplicant(heard, { applicationId, kind: 'citizen', conductChecked: true })
    expect(await failureOf(ctx, register)).toBe('application.nobodyYet')
    const person = await makePerson(ctx, undefined, { phone })
    const { id } = await register()
    expect((await findSpeaker(ctx, id))!.personId).toBe(person.id)
  }))

test('who applied is not asked twice, and a speaker need not', () =>
  rolledBack(async (ctx) => {
    const { self } = await applied(ctx)
    expect(await failureOf(self, () => applyToSpeak(self, said()))).toBe('speaker_application_open')
    const speaker = await as(ctx, { id: (await makeSpeaker(ctx)).personId })
    expect(await failureOf(speaker, () => applyToSpeak(speaker, said()))).toBe(
      'application.speaksAlready',
    )
  }))

test('who left the register may apply again, and comes back to the same entry', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    await makeTalk(ctx)
    await endSpeaking(ctx, { speakerId: speaker.id })
    const self = await as(ctx, { id: speaker.personId })
    await applyToSpeak(self, said())
    const applicationId = (await applicationsOf(ctx, speaker.personId))[0]!.id
    await noteTalk(ctx, { applicationId, talkNote: '好。' })
    await arrangeTrial(ctx, trial(applicationId))
    const heard = { ...ctx, now: later(ctx.now, 4 * day) }
    await noteTrial(heard, { applicationId, feedback: '好听。' })
    const register = { applicationId, kind: 'citizen' as const, conductChecked: true }
    expect(await registerApplicant(heard, register)).toEqual({ id: speaker.id })
  }))

test('an application is taken back with everything the person wrote, or declined with a reason', () =>
  rolledBack(async (ctx) => {
    const { person, self, office, applicationId } = await applied(ctx)
    await withdrawApplication(self, { applicationId })
    expect((await applicationsOf(ctx, person.id))[0]).toMatchObject({
      status: 'withdrawn',
      phone: null,
      about: '',
    })
    await applyToSpeak(self, said())
    const again = (await applicationsOf(ctx, person.id))[0]!.id
    await declineApplication(office, { applicationId: again, reason: '这一季已有两位讲这个。' })
    expect((await applicationsOf(ctx, person.id))[0]).toMatchObject({
      status: 'declined',
      reason: '这一季已有两位讲这个。',
    })
    const over = { applicationId: again }
    expect(await failureOf(ctx, () => withdrawApplication(self, over))).toBe('application.over')
  }))

test('only the office goes through an application, and only its own person takes it back', () =>
  rolledBack(async (ctx) => {
    const { self, applicationId } = await applied(ctx)
    const stranger = await as(ctx, await makePerson(ctx))
    const own = { applicationId }
    const attempts = [
      () => noteTalk(self, { ...own, talkNote: '好' }),
      () => arrangeTrial(self, trial(applicationId)),
      () => noteTrial(self, { ...own, feedback: '好' }),
      () => registerApplicant(self, { ...own, kind: 'citizen', conductChecked: true }),
      () => declineApplication(self, { ...own, reason: '不' }),
      () => withdrawApplication(stranger, own),
    ]
    for (const attempt of attempts) {
      // one by one, in one transaction
      expect(await failureOf(ctx, attempt)).toBe('forbidden')
    }
  }))

test('one place does not take the day from all others', () =>
  rolledBack(async (ctx) => {
    await makeStreet(ctx)
    const from = (address: string) => ({ ...ctx, actor: nobody, address })
    const apply = (address: string, last: number) =>
      applyToSpeak(from(address), said({ name: '王奶奶', phone: `1002222000${last}` }))
    for (let count = 0; count < 5; count += 1) await apply('10.2.2.2', count)
    expect(await failureOf(ctx, () => apply('10.2.2.2', 5))).toBe('application.tooManyToday')
    expect(await failureOf(ctx, () => apply('10.2.2.3', 6))).toBeUndefined()
  }))
