import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Sketch } from './sketch.tsx'
import { type Booking, Timeline } from './timeline.tsx'

const talk: Booking = {
  key: '1',
  lane: 'b',
  day: '2022-01-12',
  time: '14:00',
  title: 'Fraud',
  state: 'accepted',
  tone: 'good',
  href: '/talk',
}

function drawn(bookings: readonly Booking[], laneName?: string): string {
  return renderToString(
    <Timeline
      caption="Talks"
      head="Speaker"
      lanes={[
        { key: 'a', label: 'Ann' },
        { key: 'b', label: 'Bo' },
      ]}
      days={['2022-01-11', '2022-01-12']}
      bookings={bookings}
      now={new Date('2022-01-12T02:00:00Z')}
      laneName={laneName}
      none="Nothing"
    />,
  )
}

test('a booking stands on its lane and day, and in the list of days', () => {
  const html = drawn([talk])
  const lanes = [...html.matchAll(/<tr data-lane="(\w)">(.*?)<\/tr>/g)]
  const cells = lanes.map(([, lane, row]) => [
    lane,
    ...[...row!.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell!.includes('Fraud')),
  ])
  expect(cells).toEqual([
    ['a', false, false],
    ['b', false, true],
  ])
  const list = html.slice(html.indexOf('day-list'))
  expect(list.match(/<time/g)).toHaveLength(1)
  expect(list).toContain('Bo')
})

test('a state is a word, and only what moves can be moved', () => {
  expect(drawn([talk])).toContain('accepted')
  expect(drawn([talk], 'speakerId')).not.toContain('data-moving')
  const html = drawn([{ ...talk, moves: true }], 'speakerId')
  expect(html).toContain('data-lane-name="speakerId"')
  expect(html.match(/ data-moves/g)).toHaveLength(2)
})

test('without a booking the timeline says so', () => {
  expect(drawn([])).toContain('Nothing')
})

test('places lie as on the sketch: north is up, east is to the right', () => {
  const html = renderToString(
    <Sketch
      caption="Orders"
      places={[
        { key: 's', label: 'South', x: 0, y: 0, whole: 4, part: 1 },
        { key: 'n', label: 'North', x: 2, y: 3, whole: 0, part: 0 },
      ]}
    />,
  )
  const places = [...html.matchAll(/<text x="([\d.]+)%" y="([\d.]+)%"/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ])
  const [south, north] = places
  expect([north![0]! > south![0]!, north![1]! < south![1]!]).toEqual([true, true])
  expect(html.match(/class="part"/g)).toHaveLength(1)
  expect(html).toContain('1/4')
})
