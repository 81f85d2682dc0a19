import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { addPicture } from '#app/modules/bulletins/pictures/add-picture.ts'
import { namePeopleOnPicture } from '#app/modules/bulletins/pictures/name-people-on-picture.ts'
import { tellOfPerson } from '#app/modules/bulletins/quotes/tell-of-person.ts'
import { saveBulletin } from '#app/modules/bulletins/save-bulletin.ts'
import { startCorrection } from '#app/modules/bulletins/start-correction.ts'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { committed, otherStreet, ownDatabase, street } from '#test/database.ts'
import { as, makeAppointed, makePerson, makeStreet } from '#test/make.ts'
import { makeBulletin, makePublished, makeReaders } from '#test/make-bulletins.ts'
import { makeHeld } from '#test/make-coverage.ts'
import { fileOf, picture } from '#test/make-files.ts'
import { textOf, visitor } from '#test/visitor.ts'

const database = await ownDatabase()

const made = await committed(database, async (ctx) => {
  await makeHeld(ctx, { guests: 1, given: [{ thing: '春联', pieces: 46 }] })
  const person = await makePerson(ctx, undefined, { bornOn: '1936-05-01' })
  const body = `# 写春联\n一下午写了{{thingsGivenOut:春联|moreThan:40}}副。\n${person.name}来讲了一课。`
  const first = await makeBulletin(ctx, { body })
  const { writer, bulletin } = first
  await tellOfPerson(writer, { bulletinId: bulletin.id, personId: person.id })
  const { id: pictureId } = await addPicture(writer, {
    bulletinId: bulletin.id,
    file: fileOf(await picture(60, 40), 'couplets.jpg'),
    afterParagraph: 2,
    caption: '写春联的下午',
    alternative: '几个人围着桌子写字',
  })
  await namePeopleOnPicture(writer, { pictureId, nobody: false, personIds: [person.id] })
  const self = await as(ctx, person)
  const consents = [
    await giveConsent(self, { personId: person.id, purpose: 'story', subjectId: bulletin.id }),
    await giveConsent(self, { personId: person.id, purpose: 'picture', subjectId: pictureId }),
  ]
  const readers = await makeReaders(ctx)
  await makePublished(ctx, first, readers)
  const draft = await makeBulletin(ctx, { title: '还没写完' })
  return { ...first, person, pictureId, consents, readers, draft: draft.bulletin }
})
await committed(
  database,
  async (ctx) => {
    await makeStreet(ctx)
  },
  { street: otherStreet },
)
const own = `/news/${made.bulletin.id}?street=${street}`

test('anyone reads what is out, with its head for those who pass it on', async () => {
  const nobody = await visitor(database, null)
  const list = await nobody.get(`/news?street=${street}`)
  expect(list.status).toBe(200)
  expect(textOf(list.html)).toContain('冬日里的课堂 一下午写了40余副。')
  expect(list.html).not.toContain('还没写完')
  const { html } = await nobody.get(own)
  expect(textOf(html)).toMatch(/第 1 期 冬日里的课堂 .*写春联 一下午写了40余副。/)
  for (const [property, content] of [
    ['title', '冬日里的课堂'],
    ['type', 'article'],
    ['url', `http://localhost${own}`],
    ['description', '一下午写了40余副。'],
    ['locale', 'zh_CN'],
    [
      'image',
      `http://localhost/news/${made.bulletin.id}/pictures/${made.pictureId}?street=${street}`,
    ],
  ])
    expect(html).toContain(`<meta property="og:${property}" content="${content}"`)
  expect(html).toContain(`<link rel="alternate" href="/news/rss.xml?street=${street}"`)
  expect(html).toContain('alt="几个人围着桌子写字"')
  expect(html).not.toContain('/figures/')
  const english = await visitor(database, null, { language: 'en' })
  expect(textOf((await english.get(own)).html)).toContain('No. 1 冬日里的课堂')
  expect((await nobody.get(`/news/${made.draft.id}?street=${street}`)).status).toBe(404)
  const elsewhere = await visitor(database, null, { street: otherStreet })
  expect((await elsewhere.get(`/news/${made.bulletin.id}`)).status).toBe(404)
  expect(textOf((await elsewhere.get('/news')).html)).toContain('还没有发布过简报。')
})

test('the feeds bring the text under its own address', async () => {
  const nobody = await visitor(database, null)
  const rss = (await nobody.get(`/news/rss.xml?street=${street}`)).html
  const link = `http://localhost${own}`
  expect(rss).toMatch(/^<\?xml[^>]+>\s*<rss version="2.0"/)
  expect(rss).toContain(`<link>${link}</link>`)
  expect(rss).toContain('<title><![CDATA[冬日里的课堂]]></title>')
  expect(rss).toContain('<p>一下午写了40余副。</p>')
  expect(rss.match(/<item>/g)).toHaveLength(1)
  const atom = (await nobody.get(`/news/atom.xml?street=${street}`)).html
  expect(atom).toContain('<feed xmlns="http://www.w3.org/2005/Atom">')
  expect(atom).toContain(`<id>${link}</id>`)
  expect(atom.match(/<entry>/g)).toHaveLength(1)
})

test('who works on it takes it along for a word processor, as text, or for WeChat', async () => {
  const writer = await visitor(database, made.correspondent)
  const at = (form: string) => `/bulletins/${made.bulletin.id}/files/${form}`
  const text = (await writer.get(at('txt'))).html
  expect(text).toBe(
    `冬日里的课堂\n\n写春联\n\n一下午写了40余副。\n\n（照片：写春联的下午）\n\n${made.person.name}来讲了一课。\n`,
  )
  const pasted = (await writer.get(at('html'))).html
  expect(pasted).toMatch(/<h2 style="[^"]+">写春联<\/h2><p style="[^"]+">一下午写了40余副。<\/p>/)
  expect((await writer.get(at('pdf'))).status).toBe(404)
  const nobody = await visitor(database, made.person)
  expect((await nobody.get(at('txt'))).status).toBe(403)

  const files = unzipSync((await writer.get(at('docx'))).bytes)
  const document = strFromU8(files['word/document.xml']!)
  const words = [...document.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, said]) => said)
  expect(words.filter((said) => !/第 1 期/.test(said!))).toEqual([
    '冬日里的课堂',
    '写春联',
    '一下午写了40余副。',
    '写春联的下午',
    `${made.person.name}来讲了一课。`,
  ])
  const styles = [...document.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, style]) => style)
  expect(styles).toEqual(['Title', 'Note', 'Heading1', 'Text', 'Caption', 'Text'])
  expect(Object.keys(files).filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
})

test('a correction stands beside what it corrects', async () => {
  const correction = await committed(database, async (ctx) => {
    const writer = await as(ctx, made.correspondent)
    const started = await startCorrection(writer, { bulletinId: made.bulletin.id })
    const { id: bulletinId, title } = started
    const saved = await saveBulletin(writer, {
      bulletinId,
      version: 1,
      title,
      body: '原文的日子写错了，特此更正。',
    })
    await makePublished(ctx, { writer, bulletin: saved }, made.readers)
    return saved
  })
  const nobody = await visitor(database, null)
  const original = await nobody.get(own)
  expect(textOf(original.html)).toContain('这一期有更正 更正：冬日里的课堂')
  const other = await nobody.get(`/news/${correction.id}?street=${street}`)
  expect(textOf(other.html)).toContain('更正《冬日里的课堂》')
})

test('who withdraws is neither shown nor told of from that moment on', async () => {
  const nobody = await visitor(database, null)
  const picturePath = `/news/${made.bulletin.id}/pictures/${made.pictureId}?street=${street}`
  expect((await nobody.get(picturePath)).status).toBe(200)
  const self = await visitor(database, made.person)
  const asked = `/bulletins/${made.bulletin.id}/asked`
  const page = await self.get(asked)
  expect(textOf(page.html)).toMatch(
    /请您看看 .*写您的事 .*您已经同意。 .*写春联的下午 .*您已经同意。/,
  )
  for (const { id } of made.consents) {
    const answer = await self.post(`${asked}?do=withdraw`, { consentId: id })
    expect(answer).toMatchObject({ status: 303, location: `${asked}?done=consent.withdrawn` })
  }
  const { html } = await nobody.get(own)
  expect(html).not.toContain('<img class="picture"')
  expect(html).not.toContain(made.person.name)
  expect(textOf(html)).toContain('（这一段已按本人的意愿撤下。）')
  expect((await nobody.get(picturePath)).status).toBe(404)
  const stranger = await committed(database, (ctx) => makeAppointed(ctx, 'member'))
  const other = await visitor(database, stranger)
  expect((await other.get(asked)).status).toBe(404)
})

test('a title and a caption give way too where they name who withdraws', async () => {
  const { person, bulletin, consentId } = await committed(database, async (ctx) => {
    const person = await makePerson(ctx, undefined, { bornOn: '1936-05-01', name: '季长河' })
    const first = await makeBulletin(ctx, { title: '季长河讲渡江', body: '讲了一课。' })
    const bulletinId = first.bulletin.id
    await tellOfPerson(first.writer, { bulletinId, personId: person.id })
    const { id: pictureId } = await addPicture(first.writer, {
      bulletinId,
      file: fileOf(await picture(60, 40), 'hall.jpg'),
      afterParagraph: 1,
      caption: '季长河坐过的椅子',
      alternative: '季长河的椅子',
    })
    await namePeopleOnPicture(first.writer, { pictureId, nobody: true, personIds: [] })
    const story = { personId: person.id, purpose: 'story', subjectId: bulletinId } as const
    const { id: consentId } = await giveConsent(await as(ctx, person), story)
    await makePublished(ctx, first, made.readers)
    const correction = await startCorrection(first.writer, { bulletinId })
    await makePublished(ctx, { writer: first.writer, bulletin: correction }, made.readers)
    return { person, bulletin: first.bulletin, consentId }
  })
  const nobody = await visitor(database, null)
  const paths = [
    `/news?street=${street}`,
    `/news/${bulletin.id}?street=${street}`,
    `/news/rss.xml?street=${street}`,
    `/news/atom.xml?street=${street}`,
    '/api/news',
  ]
  const naming = async () =>
    (await Promise.all(paths.map(async (path) => (await nobody.get(path)).html))).filter((html) =>
      html.includes(person.name),
    ).length
  expect(await naming()).toBe(paths.length)
  const self = await visitor(database, person)
  await self.post(`/bulletins/${bulletin.id}/asked?do=withdraw`, { consentId })
  expect(await naming()).toBe(0)
  const { html } = await nobody.get(`/news/${bulletin.id}?street=${street}`)
  expect(textOf(html)).toContain('（这一段已按本人的意愿撤下。）')
})
