import { CalendarFrame, CalendarHead, type Entry, Month } from './calendar.tsx'
import { Bars, Curve, Tiles } from './charts.tsx'
import { sayMonth } from './dates.ts'
import { galleryWords } from './gallery.words.ts'
import { Stat, Stats } from './lists.tsx'
import { Columns, Section } from './page.tsx'
import { Certificate, Poster } from './sheets.tsx'
import { Sketch } from './sketch.tsx'
import { useOwnWords, useSpeech, useWords } from './speech.tsx'
import { Timeline } from './timeline.tsx'

/** Figures, maps, curves and the month. */
export function Pictures() {
  const words = useWords(galleryWords)
  const [reached, held, unreached] = words.stats as [string, string, string]
  return (
    <Section title={words.chartTiles}>
      <Stats>
        <Stat figure="2 186" label={reached} note={words.ofAll} href="#reached" />
        <Stat figure={42} label={held} href="#held" />
        <Stat figure={814} label={unreached} href="#unreached" />
      </Stats>
      <Tiles
        caption={words.chartTiles}
        tiles={words.communities.map((label, at) => ({
          label,
          members: 130 + ((at * 97) % 311),
          reached: (at * 41) % 130,
          href: `#unit-${at}`,
        }))}
      />
      <Columns
        beside={
          <Curve
            caption={words.chartCurve}
            unit={words.curveUnit}
            top={100}
            points={words.curvePoints.map((label, at) => ({
              label,
              value: [96, 71, 78, 74, 82][at] ?? 0,
            }))}
          />
        }
      >
        <Bars
          caption={words.chartBars}
          bars={words.strands.map((label, at) => ({
            label,
            value: 14 - at * 3,
            of: 18 - at,
            href: `#strand-${at}`,
          }))}
        />
      </Columns>
      <JanuaryPicture />
    </Section>
  )
}

function JanuaryPicture() {
  const words = useWords(galleryWords)
  const own = useOwnWords()
  const { language } = useSpeech()
  const entry = { from: '14:00', until: '15:30', title: words.talkTitle, place: words.taskPlace }
  const at = (key: string, day: string, tone: Entry['tone']): Entry => ({
    ...entry,
    key,
    day,
    tone,
    href: `#${key}`,
  })
  return (
    <CalendarFrame month="2022-01">
      <CalendarHead
        title={sayMonth('2022-01', language)}
        previous={{ href: '#previous', label: own.previousMonth }}
        today={{ href: '#today', label: own.today }}
        next={{ href: '#next', label: own.nextMonth }}
        views={[]}
      />
      <Month
        month="2022-01"
        chosen="2022-01-12"
        today="2022-01-10"
        hrefOf={(day) => `#${day}`}
        marks={[{ day: '2022-01-31', works: false, name: own.restsShort }]}
        entries={[
          at('s1', '2022-01-12', 'ember'),
          { ...at('s2', '2022-01-12', 'good'), from: '19:00', until: '20:30' },
          { ...at('s3', '2022-01-18', 'waiting'), title: words.longTitle },
          at('s4', '2022-01-25', 'plain'),
        ]}
      />
    </CalendarFrame>
  )
}

/** The week by speakers, and the communities as they lie. */
export function Dispatching() {
  const words = useWords(galleryWords)
  const [waiting, accepted] = words.states as [string, string]
  const days = [10, 11, 12, 13, 14, 15, 16].map((day) => `2022-01-${day}`)
  const booking = { href: '#booking', moves: true, note: words.taskPlace }
  return (
    <Section title={words.timeline}>
      <Timeline
        caption={words.timeline}
        head={words.lane}
        now={new Date('2022-01-10T02:00:00Z')}
        days={days}
        laneName="speakerId"
        none={words.noOrders}
        folded={{ count: 12, href: '#all' }}
        lanes={[
          { key: 'a', label: words.speaker, note: words.talkFacts[0], href: '#speaker' },
          { key: 'b', label: words.who[0] as string },
        ]}
        bookings={[
          {
            ...booking,
            key: '1',
            lane: 'a',
            day: '2022-01-12',
            time: '14:00',
            title: words.talkTitle,
            state: accepted,
            tone: 'good',
          },
          {
            ...booking,
            key: '2',
            lane: 'b',
            day: '2022-01-12',
            time: '09:00',
            title: words.longTitle,
            state: waiting,
            tone: 'waiting',
            loose: true,
          },
        ]}
      />
      <Sketch
        caption={words.sketch}
        places={words.communities.map((label, at) => ({
          key: label,
          label,
          x: (at * 37) % 11,
          y: (at * 23) % 7,
          whole: (at * 5) % 9,
          part: Math.min((at * 5) % 9, at % 4),
        }))}
      />
    </Section>
  )
}

/** What is printed. */
export function Sheets() {
  const words = useWords(galleryWords)
  return (
    <Section title={words.certificate}>
      <Poster
        over={words.poster}
        title={words.talkTitle}
        lines={words.posterLines}
        from={words.street}
      />
      <Certificate
        title={words.certificate}
        name={words.speaker}
        number="2022-0118"
        issuer={words.street}
        date="2022-01-18"
      >
        {words.certificateWords}
      </Certificate>
    </Section>
  )
}
