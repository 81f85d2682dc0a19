import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type CalendarEvent, calendarFile, calendarResponse } from './calendar-file.ts'

const event: CalendarEvent = {
  uid: '0190-a@320613019',
  revision: 2,
  changedAt: new Date('2022-01-10T01:30:00Z'),
  during: {
    start: new Date('2022-01-13T14:00:00+08:00'),
    end: new Date('2022-01-13T15:30:00+08:00'),
  },
  title: '抗洪往事；第一讲, “堤坝”',
  text: '主办：费桥村第一支部\n宣讲人：顾大明',
  place: '费桥村文明实践站',
  url: 'https://hearth.example.cn/sessions/0190-a',
  state: 'confirmed',
  busy: true,
}

function readFile(events: CalendarEvent[]) {
  const calendar = new ICAL.Component(ICAL.parse(calendarFile('薪火', events)))
  return {
    calendar,
    events: calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each)),
  }
}

test('an independent reader finds the street’s own hour and the same instant', () => {
  const [read] = readFile([event]).events
  expect(read!.startDate.toString()).toBe('2022-01-13T14:00:00')
  expect(read!.endDate.toString()).toBe('2022-01-13T15:30:00')
  expect(read!.startDate.zone.tzid).toBe('Asia/Shanghai')
  expect(read!.startDate.toJSDate()).toEqual(event.during.start)
  expect(read!.endDate.toJSDate()).toEqual(event.during.end)
})

test('the file brings the rules of its zone', () => {
  const zones = readFile([event, event]).calendar.getAllSubcomponents('vtimezone')
  expect(zones.map((zone) => zone.getFirstPropertyValue('tzid'))).toEqual(['Asia/Shanghai'])
  const standard = zones[0]!.getFirstSubcomponent('standard')!
  expect(String(standard.getFirstPropertyValue('tzoffsetto'))).toBe('+08:00')
})

test('text comes through whole, with its marks and lines', () => {
  const [read] = readFile([event]).events
  expect({
    uid: read!.uid,
    sequence: read!.sequence,
    summary: read!.summary,
    description: read!.description,
    location: read!.location,
  }).toEqual({
    uid: event.uid,
    sequence: 2,
    summary: event.title,
    description: event.text,
    location: event.place,
  })
})

test('stamps are in UTC, whatever clock the machine has', () => {
  const { component } = readFile([event]).events[0]!
  expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2022-01-10T01:30:00Z')
  expect(String(component.getFirstPropertyValue('last-modified'))).toBe('2022-01-10T01:30:00Z')
})

const said = (read: ICAL.Event, name: string) => read.component.getFirstPropertyValue(name)

test('what is called off stays in the file and says so, and leaves the time free', () => {
  const { events } = readFile([
    event,
    { ...event, uid: 'b', state: 'cancelled', busy: false },
    { ...event, uid: 'c', state: 'tentative', busy: false },
  ])
  expect(events.map((read) => [said(read, 'status'), said(read, 'transp')])).toEqual([
    ['CONFIRMED', 'OPAQUE'],
    ['CANCELLED', 'TRANSPARENT'],
    ['TENTATIVE', 'TRANSPARENT'],
  ])
})

test('a night goes on past midnight', () => {
  const during = {
    start: new Date('2022-01-31T22:30:00+08:00'),
    end: new Date('2022-02-01T00:30:00+08:00'),
  }
  const [read] = readFile([{ ...event, during }]).events
  expect(read!.startDate.toString()).toBe('2022-01-31T22:30:00')
  expect(read!.endDate.toString()).toBe('2022-02-01T00:30:00')
  expect(read!.duration.toSeconds()).toBe(2 * 3600)
})

test('every line ends as the standard wants and has at most 75 octets, no character cut', () => {
  const title = '薪火相传，'.repeat(16)
  const text = `${'a'.repeat(74)}${'一'.repeat(60)}；逗号, 分号; 反斜线\\ 换行\n到此`
  const file = calendarFile('薪火', [{ ...event, title, text }])
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const lines = file.split('\r\n').map((line) => Buffer.from(line))
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(75)
  expect(lines.filter((line) => line.toString().includes('\uFFFD'))).toEqual([])
  const [read] = readFile([{ ...event, title, text }]).events
  expect([read!.summary, read!.description]).toEqual([title, text])
})

test('a comma, a semicolon, a backslash and a new line are escaped in the file', () => {
  const file = calendarFile('薪火', [{ ...event, title: 'a, b; c\\d', text: 'e\nf' }])
  expect(file).toContain('SUMMARY:a\\, b\\; c\\\\d\r\n')
  expect(file).toContain('DESCRIPTION:e\\nf\r\n')
})

test('who has the file already gets none', async () => {
  const ask = (tag?: string) =>
    calendarResponse(
      'a',
      '薪火',
      [event],
      new Headers(tag === undefined ? {} : { 'if-none-match': tag }),
    )
  const etag = ask().headers.get('etag')!
  expect([ask(etag).status, ask(`"x", W/${etag}`).status, ask('"x"').status]).toEqual([
    304, 304, 200,
  ])
  expect(await ask(etag).text()).toBe('')
  const changed = calendarResponse('a', '薪火', [{ ...event, revision: 3 }])
  expect(changed.headers.get('etag')).not.toBe(etag)
})

test('a calendar without events is still one', () => {
  const { calendar, events } = readFile([])
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
  expect(events).toEqual([])
})
