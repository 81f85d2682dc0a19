import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type CalendarEvent, calendarFile } from './calendar-file.ts'

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
  cancelled: false,
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

test('what is called off stays in the file and says so', () => {
  const { events } = readFile([event, { ...event, uid: 'b', cancelled: true }])
  expect(events.map((read) => read.component.getFirstPropertyValue('status'))).toEqual([
    'CONFIRMED',
    'CANCELLED',
  ])
})

test('a calendar without events is still one', () => {
  const { calendar, events } = readFile([])
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
  expect(events).toEqual([])
})
