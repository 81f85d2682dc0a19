import { Calendar } from './calendar.tsx'
import { Bars, Curve, Tiles } from './charts.tsx'
import { galleryWords } from './gallery.words.ts'
import { Stat, Stats } from './lists.tsx'
import { Columns, Section } from './page.tsx'
import { Certificate, Poster } from './sheets.tsx'
import { useWords } from './speech.tsx'

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
      <Calendar
        month="2022-01"
        today="2022-01-10"
        hrefOf={(month) => `#${month}`}
        entries={[
          { day: '2022-01-12', time: '14:00', title: words.talkTitle, href: '#s1', tone: 'ember' },
          { day: '2022-01-12', time: '19:00', title: words.taskPlace, href: '#s2', tone: 'good' },
          {
            day: '2022-01-18',
            time: '09:30',
            title: words.longTitle,
            href: '#s3',
            tone: 'waiting',
          },
          { day: '2022-01-25', title: words.poster, href: '#s4' },
        ]}
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
