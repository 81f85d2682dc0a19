import { createPublicKey, verify } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { fillHolidays } from '#app/modules/organisation/holidays/fill-holidays.ts'
import type { Context } from '#app/platform/context.ts'
import { publicKeyOf } from '#app/platform/signing.ts'
import { day, later } from '#app/platform/time.ts'
import { committed, failureOf, ownDatabase, rolledBack } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makePost, makeShift, makeTeam, makeVolunteer, makeYoung } from '#test/make-volunteering.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { takePlace } from '../rota/take-place.ts'
import { maySeeRecord } from './access.ts'
import { answerDispute } from './answer-dispute.ts'
import { callShiftRoll } from './call-shift-roll.ts'
import { confirmService } from './confirm-service.ts'
import { correctService } from './correct-service.ts'
import { disputeService } from './dispute-service.ts'
import { issueCertificate } from './issue-certificate.ts'
import { certificatesOf, disputesOf, recordsOf } from './queries.ts'
import { withdrawCertificate } from './withdraw-certificate.ts'

const after = new Date('2022-01-13T16:10:00+08:00')
const attended = { outcome: 'attended' as const }

/** Two who served a shift of two hours, the second only a part of it; the roll is called. */
async function served(ctx: Context) {
  const post = await makePost(ctx)
  const shiftId = await makeShift(ctx, post)
  const [one, two] = [await makeVolunteer(ctx, post.id), await makeVolunteer(ctx, post.id)]
  const { id: first } = await takePlace(await as(ctx, one), { shiftId })
  const { id: second } = await takePlace(await as(ctx, two), { shiftId })
  const organiser = { ...(await as(ctx, post.organiser)), now: after }
  const other = {
    ...(await as(ctx, await makeAppointed(ctx, 'secretary', post.unitId))),
    now: after,
  }
  const marks = { [first]: attended, [second]: { ...attended, minutes: 45 } }
  return { post, shiftId, one, two, first, second, organiser, other, marks }
}

async function confirmed(ctx: Context) {
  const all = await served(ctx)
  await callShiftRoll(all.organiser, { shiftId: all.shiftId, marks: all.marks })
  const [record] = await recordsOf(ctx, all.one.id)
  await confirmService(all.other, { recordIds: [record!.id] })
  return { ...all, recordId: record!.id }
}

test('a part served counts its part, and only once someone else confirms', () =>
  rolledBack(async (ctx) => {
    const { shiftId, one, two, organiser, other, marks } = await served(ctx)
    await callShiftRoll(organiser, { shiftId, marks })
    const [whole] = await recordsOf(ctx, one.id)
    const [part] = await recordsOf(ctx, two.id)
    expect([whole?.minutes, part?.minutes, whole?.confirmedBy]).toEqual([120, 45, null])
    const recordIds = [whole!.id, part!.id]
    const confirm = (by: Context) => failureOf(ctx, () => confirmService(by, { recordIds }))
    expect(await confirm(organiser)).toBe('record.sameHand')
    expect(await confirm(await as(ctx, one))).toBe('forbidden')
    expect(await confirm(other)).toBeUndefined()
    expect(await confirm(other)).toBe('record.confirmed')
    expect((await recordsOf(ctx, one.id))[0]?.noticeUntil).toBe('2022-01-20')
  }))

test('every refusal of a roll', () =>
  rolledBack(async (ctx) => {
    const { shiftId, first, second, organiser, marks, one } = await served(ctx)
    const call = (by: Context, given: Parameters<typeof callShiftRoll>[1]['marks'] = marks) =>
      failureOf(ctx, () => callShiftRoll(by, { shiftId, marks: given }))
    expect(await call({ ...organiser, now: ctx.now })).toBe('roll.early')
    expect(await call(organiser, { [first]: attended })).toBe('roll.incomplete')
    expect(await call(organiser, { ...marks, [second]: { ...attended, minutes: 121 } })).toBe(
      'roll.tooLong',
    )
    expect(await call(await as(ctx, one))).toBe('forbidden')
    const oneself = { ...organiser, actor: { ...organiser.actor, personId: one.id } }
    expect(await call(oneself)).toBe('roll.own')
    expect(await call(oneself, { [second]: attended })).toBeUndefined()
    expect(await call(organiser, { [first]: attended })).toBeUndefined()
    expect(await call(organiser)).toBe('roll.done')
  }))

test('the database lets nobody record or confirm their own, nor one hand do both', () =>
  rolledBack(async (ctx) => {
    const { recordId, one, organiser } = await confirmed(ctx)
    const write = (change: string) =>
      failureOf(ctx, () =>
        sql`update service_record set ${sql.raw(change)} where id = ${recordId}`.execute(ctx.tx),
      )
    expect(await write(`recorded_by = '${one.id}'`)).toBe('record_not_oneself')
    expect(await write(`confirmed_by = '${one.id}'`)).toBe('record_not_oneself')
    expect(await write(`confirmed_by = '${organiser.actor.personId}'`)).toBe('record_by_another')
    expect(await write('minutes = 0')).toBe('record_minutes')
  }))

test('a dispute is answered within five working days by a new record', () =>
  rolledBack(async (ctx) => {
    await fillHolidays(ctx)
    const { first, one, other, organiser } = await confirmed(ctx)
    // The Spring Festival of 2022 lies between: 31 January to 6 February, with 29 and 30 January worked.
    const self = { ...(await as(ctx, one)), now: new Date('2022-01-28T20:00:00+08:00') }
    const say = { placeId: first, about: 'minutes' as const, words: '我还多留了半小时' }
    const { id: disputeId } = await disputeService(self, say)
    expect(await failureOf(ctx, () => disputeService(self, say))).toBe('dispute.open')
    expect((await disputesOf(ctx, one.id))[0]?.dueOn).toBe('2022-02-09')
    const answer = { disputeId, answer: '核对过，按 90 分钟记', minutes: 90 }
    expect(await failureOf(ctx, () => answerDispute(self, answer))).toBe('forbidden')
    await answerDispute(other, answer)
    expect(await failureOf(ctx, () => answerDispute(other, answer))).toBe('dispute.answered')
    const [record] = await recordsOf(ctx, one.id)
    expect(record).toMatchObject({ minutes: 90, confirmedBy: null, disputed: false })
    expect(record?.earlier?.map(({ minutes }) => minutes)).toEqual([120])
    expect(await failureOf(ctx, () => confirmService(other, { recordIds: [record!.id] }))).toBe(
      'record.sameHand',
    )
    await confirmService(organiser, { recordIds: [record!.id] })
  }))

test('a certificate speaks of settled service, and a correction withdraws it', () =>
  rolledBack(async (ctx) => {
    const { one, post, other, first } = await confirmed(ctx)
    const asked = {
      personId: one.id,
      unitId: post.unitId,
      fromOn: '2022-01-01',
      untilOn: '2022-01-31',
    }
    const issue = (by: Context) => failureOf(ctx, () => issueCertificate(by, asked))
    expect(await issue(other)).toBe('certificate.nothing')
    const settled = { ...other, now: later(after, 9 * day) }
    expect(await issue({ ...(await as(ctx, one)), now: settled.now })).toBe('forbidden')
    expect(await issue(settled)).toBeUndefined()
    const valid = async () => (await certificatesOf(ctx, one.id))[0]!
    expect(await valid()).toMatchObject({ minutes: 120, withdrawnAt: null })
    const change = { placeId: first, outcome: 'attended' as const, minutes: 60, why: '早走了' }
    await correctService(settled, change)
    expect(await valid()).toMatchObject({ withdrawReason: '早走了' })
    const { id: certificateId } = await valid()
    const again = () => withdrawCertificate(settled, { certificateId, reason: '重复' })
    expect(await failureOf(ctx, again)).toBe('certificate.withdrawn')
  }))

const database = await ownDatabase()

/** The letters of a PDF's text, by what its own fonts say that their glyphs mean. */
function lettersOf(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/\/FlateDecode[^]*?stream\n([^]*?)\nendstream/g)]
    .map(([, bytes]) => inflateSync(Buffer.from(bytes!, 'latin1')).toString('latin1'))
    .filter((stream) => stream.includes('beginbfrange'))
    .flatMap((stream) => [...stream.matchAll(/<([0-9a-f]{4})>/g)].map(([, code]) => code!))
    .map((code) => String.fromCharCode(Number.parseInt(code, 16)))
    .join('')
}

test('the paper has its letters, and its signature can be checked without us', async () => {
  const { one, certificate, key } = await committed(database, async (ctx) => {
    const { one, post, other } = await confirmed(ctx)
    const span = { fromOn: '2022-01-01', untilOn: '2022-01-31' }
    const settled = { ...other, now: later(after, 9 * day) }
    await issueCertificate(settled, { personId: one.id, unitId: post.unitId, ...span })
    const certificate = (await certificatesOf(settled, one.id))[0]!
    return { one, certificate, key: (await publicKeyOf(ctx))! }
  })
  const now = later(after, 9 * day)
  const self = await visitor(database, one, { now })
  const stranger = await visitor(database, null, { now })
  const file = `/certificates/${certificate.id}/certificate.pdf`
  expect((await stranger.get(file)).status).toBe(302)
  expect((await self.get(file)).status).toBe(200)

  const [head, body, signature] = certificate.statement.split('.') as [string, string, string]
  const said = JSON.parse(Buffer.from(body, 'base64url').toString())
  expect(said).toMatchObject({ name: one.name, hours: 2, content: ['文明交通岗'] })
  expect(JSON.stringify(said)).not.toMatch(/\d{17}[\dX]/)
  const signs = (payload: string) =>
    verify(
      null,
      Buffer.from(`${head}.${payload}`),
      createPublicKey({ key: key as never, format: 'jwk' }),
      Buffer.from(signature, 'base64url'),
    )
  const forged = Buffer.from(JSON.stringify({ ...said, hours: 200 })).toString('base64url')
  expect([signs(body), signs(forged)]).toEqual([true, false])

  const at = (signed: string) => `/certificates/${certificate.id}?street=320613019&s=${signed}`
  const good = textOf((await stranger.get(at(certificate.statement))).html)
  expect(good).toContain('这张证明有效')
  expect(good).not.toContain(one.name)
  const bad = textOf((await stranger.get(at(`${head}.${forged}.${signature}`))).html)
  expect(bad).toContain('签名对不上')
  const published = JSON.parse((await stranger.get('/certificate-key.json')).html)
  expect(published).toEqual(key)
})

test('the certificate’s letters are embedded and mean what they show', async () => {
  const { one, id } = await committed(database, async (ctx) => {
    const { one, post, other } = await confirmed(ctx)
    const span = { fromOn: '2022-01-01', untilOn: '2022-01-31' }
    const settled = { ...other, now: later(after, 9 * day) }
    const asked = { personId: one.id, unitId: post.unitId, ...span }
    return { one, id: (await issueCertificate(settled, asked)).id }
  })
  const self = await visitor(database, one, { now: later(after, 9 * day) })
  const bytes = Buffer.from((await self.get(`/certificates/${id}/certificate.pdf`)).bytes)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.toString('latin1').match(/\/FontFile2 /g)?.length).toBe(2)
  const letters = lettersOf(bytes)
  for (const letter of `志愿服务证明${one.name}文明交通岗参加经确认的服务时长`)
    expect(letters).toContain(letter)
})

test('a child’s certificate carries the family name alone', () =>
  rolledBack(async (ctx) => {
    const team = await makeTeam(ctx)
    const { child } = await makeYoung(ctx, team)
    const { shiftId, besideId, staff, unitId } = team
    const { id } = await takePlace(staff, { shiftId, personId: child.id, besideId })
    const marks = { [id]: attended, [besideId]: attended }
    await callShiftRoll({ ...staff, now: after }, { shiftId, marks })
    const [record] = await recordsOf(ctx, child.id)
    const secretary = await as(ctx, await makeAppointed(ctx, 'secretary', unitId))
    await confirmService({ ...secretary, now: after }, { recordIds: [record!.id] })
    const settled = { ...secretary, now: later(after, 9 * day) }
    const span = { fromOn: '2022-01-01', untilOn: '2022-01-31' }
    await issueCertificate(settled, { personId: child.id, unitId, ...span })
    const [certificate] = await certificatesOf(ctx, child.id)
    const [, body] = certificate!.statement.split('.')
    const said = JSON.parse(Buffer.from(body!, 'base64url').toString())
    expect(said.name).toBe(`${child.name[0]}${'*'.repeat(child.name.length - 1)}`)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const nowhere = { id: child.id, unitIds: [], guardianIds: [] }
    expect([office, staff].map(({ actor }) => maySeeRecord(actor, nowhere))).toEqual([true, false])
  }))

test('a child’s name stays with the team', async () => {
  const { child, team, outsider } = await committed(database, async (ctx) => {
    const team = await makeTeam(ctx)
    const { child } = await makeYoung(ctx, team)
    await takePlace(team.staff, {
      shiftId: team.shiftId,
      personId: child.id,
      besideId: team.besideId,
    })
    const elsewhere = await makePost(ctx)
    return { child, team, outsider: elsewhere }
  })
  const { post, shiftId, teamId, lead } = team
  const paths = [
    '/volunteering',
    `/posts/${post.id}`,
    `/shifts/${shiftId}`,
    `/teams/${teamId}`,
    '/teams',
    '/at-risk',
    '/service-records',
    '/api/posts',
    '/api/shifts',
  ]
  for (const person of [null, outsider.organiser, await makeOther()]) {
    const reader = await visitor(database, person)
    for (const path of paths)
      expect((await reader.get(path)).html, `${path} for ${person?.id}`).not.toContain(child.name)
  }
  const running = await visitor(database, outsider.organiser)
  const looked = await running.get(`/posts/${outsider.id}?find=${encodeURIComponent(child.name)}`)
  expect(looked.html).not.toContain(child.id)
  const leading = await visitor(database, lead)
  expect((await leading.get(`/teams/${teamId}`)).html).toContain(child.name)
  expect((await leading.get(`/shifts/${shiftId}`)).html).toContain(child.name)
})

async function makeOther() {
  return committed(database, (ctx) => makeVolunteer(ctx))
}
