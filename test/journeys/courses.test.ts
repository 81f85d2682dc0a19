import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inviteToRecall } from '#app/modules/courses/recall/invite-to-recall.ts'
import { addTopic } from '#app/modules/talks/menu/add-topic.ts'
import { day, later } from '#app/platform/time.ts'
import { expectAccessible, openBrowser } from '#test/browser.ts'
import { committed, ownDatabase, testNow } from '#test/database.ts'
import { makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { takeCourse } from '#test/make-courses.ts'
import { fileOf, wav } from '#test/make-files.ts'
import { makeSeason, makeSpeaker } from '#test/make-talks.ts'
import { serveTo } from '#test/server.ts'
import {
  choose,
  open,
  pageOf,
  press,
  says,
  visitorsPage,
  type Walk,
  waysToWalk,
} from '#test/walk.ts'

// A course from its draft to what is still known of it a week later.

const browser = await openBrowser()
const title = '挂断，再打回去'

async function makeLearners() {
  const database = await ownDatabase()
  const people = await committed(database, async (ctx) => {
    await makeSeason(ctx)
    await addTopic(ctx, { code: 'fraud', name: '防诈骗', nameEn: 'Fraud' })
    const speaker = await makeSpeaker(ctx)
    const branch = await makeBranch(ctx)
    const member = await makeAppointed(ctx, 'member', branch.id)
    const others = []
    for (let made = 0; made < 5; made += 1) others.push(await makePerson(ctx, branch.id))
    const organiser = await makeAppointed(ctx, 'organiser', branch.id)
    const speaking = { id: speaker.personId }
    return {
      organiser,
      member,
      others,
      speaker: speaking,
      office: await makeAppointed(ctx, 'office'),
    }
  })
  return { database, people, server: await serveTo(database) }
}

type CourseWalk = Walk & Awaited<ReturnType<typeof makeLearners>>

/** The page says this; it was checked when it was arrived at. */
async function sees(page: Page, text: string): Promise<void> {
  await page.locator('main').getByText(text).first().waitFor()
}

async function beginIt(walk: CourseWalk, page: Page): Promise<string> {
  await open(page, '/courses')
  await page.getByRole('link', { name: '做一门微课' }).click()
  await page.locator('[name=title]').fill(title)
  await page.locator('[name=strandCode]').selectOption('pioneer')
  await choose(page, '[name=topics][value=fraud]')
  await page.locator('[name=speakerId]').selectOption({ index: 1 })
  await choose(page, '[name=kind][value=audio]')
  await press(page, '建草稿')
  await sees(page, '草稿建好了')
  await walk.server.settle()
  return new URL(page.url()).pathname.replace('/edit', '')
}

async function writeIt(page: Page): Promise<void> {
  await page
    .locator('[name=transcript]')
    .fill('电话里有人叫您爷爷，要钱。先挂断，再打他原来的号码。')
  for (const [at, words] of ['先挂断', '打原来的号码', '不转账'].entries())
    await page.locator(`[name="keyPoints.${at}.zh"]`).fill(words)
  await page.locator('summary', { hasText: '字幕' }).click()
  await page.locator('[name=captions]').fill('0:01 --> 0:03\n先挂断。\n\n0:09 --> 0:04\n再打回去。')
  await press(page, '保存草稿')
  await says(page, '字幕第 4 行：结束要在开始之后。')
  await page.locator('summary', { hasText: '字幕' }).click()
  await page.locator('[name=captions]').fill('0:01 --> 0:03\n先挂断。')
  await press(page, '保存草稿')
  await sees(page, '草稿已保存')
}

async function giveItAClip(page: Page): Promise<void> {
  const clip = fileOf(wav(5), '先挂断.wav')
  await page.locator('[name=clip][type=file]').setInputFiles({
    name: clip.name,
    mimeType: 'audio/wav',
    buffer: wav(5),
  })
  await press(page, '上传')
  await sees(page, '录音收到了')
}

async function askInIt(page: Page): Promise<void> {
  const asked = [
    ['单选', '先做什么？', ['挂断', '转账'], '0'],
    ['对错', '警察会在电话里要钱。', [], 'false'],
    ['填几个字', '报警打什么号码？', [], '110'],
  ] as const
  for (const [kind, words, choices, right] of asked) {
    await page.getByRole('link', { name: '出一道题' }).click()
    if (kind !== '单选') {
      await page.locator('summary', { hasText: '题型' }).click()
      await page.getByRole('link', { name: kind }).click()
    }
    await page.locator('[name=words]').fill(words)
    for (const [at, choice] of choices.entries())
      await page.locator(`[name="choices.${at}.zh"]`).fill(choice)
    if (kind === '填几个字') await page.locator('[name="correct.0"]').fill(right)
    else await choose(page, `[name=correct][value="${right}"]`)
    await page.locator('[name=feedback]').fill('先挂断，再打原来的号码。')
    if (kind === '单选') await expectAccessible(page)
    await press(page, '保存这道题')
  }
  await sees(page, '报警打什么号码？')
}

/** Whose words it is made of looks at the draft and agrees. */
async function agreeToIt(walk: CourseWalk, course: string): Promise<void> {
  const page = await pageOf(walk, walk.people.speaker)
  await open(page, `${course}?draft=1`)
  await press(page, '我同意')
  await sees(page, '您同意了录制和使用')
  await page.context().close()
}

async function publishIt(page: Page): Promise<void> {
  await page.reload()
  await press(page, '发布')
  await sees(page, '已发布')
}

async function makeIt(walk: CourseWalk): Promise<string> {
  const page = await pageOf(walk, walk.people.organiser)
  const course = await beginIt(walk, page)
  await writeIt(page)
  await giveItAClip(page)
  await askInIt(page)
  await says(page, '宣讲人还没有同意录制和使用')
  await agreeToIt(walk, course)
  await publishIt(page)
  await page.context().close()
  await walk.server.settle()
  return course
}

async function takeIt(walk: CourseWalk, course: string): Promise<void> {
  const page = await pageOf(walk, walk.people.member)
  await open(page, '/courses?q=guaduan')
  await page.locator('main').getByRole('link', { name: title }).click()
  await sees(page, '打原来的号码')
  const part = await page.request.get(`${course}/clip`, { headers: { range: 'bytes=0-43' } })
  expect([part.status(), (await part.body()).length]).toEqual([206, 44])
  const captions = await page.request.get(`${course}/captions/zh.vtt`)
  expect(await captions.text()).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n先挂断。\n')
  const question = (number: number) => page.locator(`#form-${number}`)
  const tick = async (number: number, value: string) => {
    await question(number)
      .locator('label', { has: page.locator(`[value="${value}"]`) })
      .click()
    await question(number).getByRole('button').click()
  }
  await tick(1, '1')
  await sees(page, '再想想')
  await tick(1, '0')
  await sees(page, '答对了')
  await tick(2, 'false')
  await question(3).locator('[name=answer]').fill('１１０')
  await question(3).getByRole('button').click()
  await says(page, '这门微课学完了')
  await open(page, `${course}/print`)
  await page.context().close()
  const stranger = await visitorsPage(walk)
  await open(stranger, course)
  await sees(stranger, '登录后答题')
  await stranger.context().close()
  await walk.server.settle()
}

async function answerCard(page: Page): Promise<void> {
  const answer = page.locator('#card [name=answer]')
  if ((await answer.first().getAttribute('type')) === 'text') await answer.fill('110')
  else
    await page
      .locator('#card label', { has: page.locator('[name=answer]') })
      .first()
      .click()
  await press(page, '就这样答')
}

async function rememberIt(walk: CourseWalk): Promise<void> {
  const now = later(testNow, 7 * day)
  walk.server.at(now)
  const link = await committed(
    walk.database,
    async (ctx) => {
      await inviteToRecall(ctx)
      const notice = await ctx.tx
        .selectFrom('notice')
        .select('link')
        .where('name', '=', 'recall.due')
        .where('personId', '=', walk.people.member.id)
        .executeTakeFirstOrThrow()
      return notice.link
    },
    { now },
  )
  const page = await visitorsPage(walk)
  await open(page, link)
  await answerCard(page)
  await says(page, '下一张')
  await page.getByRole('link', { name: '下一张' }).click()
  await page.context().close()
  const own = await pageOf(walk, walk.people.member, now)
  await open(own, '/recall')
  await answerCard(own)
  await own.getByRole('link', { name: '下一张' }).click()
  await own.locator('summary', { hasText: '这张卡有问题' }).click()
  await own.locator('[name=words]').fill('110 前面要不要加区号？')
  await press(own, '这道题有错')
  await sees(own, '今天没有要答的卡')
  await own.context().close()
}

async function settleIt(walk: CourseWalk): Promise<void> {
  const now = later(testNow, 7 * day)
  const page = await pageOf(walk, walk.people.organiser, now)
  await open(page, '/courses/questions')
  await page.getByRole('link', { name: '看看这道题' }).click()
  await says(page, '110 前面要不要加区号？')
  await page.locator('#keep [name=reason]').fill('不用加')
  await page.locator('#keep').getByRole('button').click()
  await sees(page, '没有等着看的意见')
  await page.context().close()
}

async function seeWhatIsLeft(walk: CourseWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.office, later(testNow, 7 * day))
  await open(page, '/coverage/memory')
  await says(page, '听得懂：第一次就答对')
  await page.getByRole('link', { name: '分单位看' }).click()
  await sees(page, '6')
  await expectAccessible(page)
  await page.context().close()
}

test.each(waysToWalk)('a course is made, taken and remembered %s', async (_, options) => {
  const walk: CourseWalk = { ...(await makeLearners()), browser, options }
  const course = await makeIt(walk)
  await committed(walk.database, async (ctx) => {
    for (const other of walk.people.others) await takeCourse(ctx, course.split('/')[2]!, other)
  })
  await takeIt(walk, course)
  await rememberIt(walk)
  await settleIt(walk)
  await seeWhatIsLeft(walk)
  expect((await fetch(`${walk.server.origin}/health`)).status).toBe(200)
})
