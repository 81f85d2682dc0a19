import { Actions, Button, LinkButton, PostButton } from './button.tsx'
import { Time } from './dates.tsx'
import { Dispatching, Pictures, Sheets } from './gallery.pictures.tsx'
import { Forms, Records } from './gallery.records.tsx'
import { galleryWords } from './gallery.words.ts'
import { Icon, iconNames } from './icons.tsx'
import { Badge, Callout, Card, CardList, Empty, Facets, Tags, Task, TaskList } from './lists.tsx'
import { Columns, PageHead, Prose, Section } from './page.tsx'
import { Search } from './search.tsx'
import { Speaking, useSpeech, useWords } from './speech.tsx'
import { Pager } from './tables.tsx'

const now = new Date('2022-01-10T02:00:00Z')
const start = new Date('2022-01-12T06:00:00Z')
const end = new Date('2022-01-12T07:30:00Z')

/** Every component in the ways it can look: the page `/ui` of a development server. */
export function Gallery() {
  const speech = useSpeech()
  const words = useWords(galleryWords)
  return (
    <Speaking speech={{ ...speech, reason: () => words.whyNot }}>
      <PageHead
        over={words.street}
        title={words.title}
        lead={words.lead}
        back={{ href: '#back', label: words.nav[0] as string }}
        actions={
          <LinkButton href="#print" icon="printer">
            {words.openMenu}
          </LinkButton>
        }
      />
      <Letters />
      <Tasks />
      <Talks />
      <Buttons />
      <Notes />
      <Forms />
      <Records />
      <Pictures />
      <Dispatching />
      <Sheets />
    </Speaking>
  )
}

function Letters() {
  const words = useWords(galleryWords)
  return (
    <Section title={words.letters}>
      <Columns
        beside={
          <ul class="tags">
            {iconNames.map((name) => (
              <li key={name}>
                <Icon name={name} /> {name}
              </li>
            ))}
          </ul>
        }
      >
        <Prose>
          <h1>{words.sample}</h1>
          <h2>{words.sample}</h2>
          <h3>{words.sample}</h3>
          <p>
            {words.taskText} <Time now={now} at={start} to={end} /> · 0123456789
          </p>
          <p class="quietly">{words.lead}</p>
          <p>
            <a href="#link">{words.openMenu}</a>
          </p>
        </Prose>
      </Columns>
    </Section>
  )
}

function Tasks() {
  const words = useWords(galleryWords)
  return (
    <Section title={words.tasksTitle} aside={<a href="#all">{words.seeCalendar}</a>}>
      <TaskList>
        <Task
          title={words.taskTitle}
          href="#task"
          when={
            <>
              <Time now={now} at={start} to={end} /> · {words.taskPlace}
            </>
          }
          action={
            <PostButton action="#" formKey="1" kind="main">
              {words.accept}
            </PostButton>
          }
        >
          {words.taskText}
        </Task>
        <Task
          title={words.secondTitle}
          action={<LinkButton href="#roll">{words.callRoll}</LinkButton>}
        >
          {words.secondText}
        </Task>
      </TaskList>
      <Empty action={<LinkButton href="#calendar">{words.seeCalendar}</LinkButton>}>
        {words.allDone}
      </Empty>
    </Section>
  )
}

function Talks() {
  const words = useWords(galleryWords)
  const facets = words.topics.map((label, at) => ({
    label,
    href: `#topic-${at}`,
    count: 18 - at * 5,
    chosen: at === 1,
  }))
  return (
    <Section title={words.nav[1] as string}>
      <Search action="#" label={words.nav[1] as string} hint={words.topics[2]} />
      <Columns first beside={<Facets title={words.topic} facets={facets} />}>
        <CardList>
          <Card
            over={words.talkOver}
            title={words.talkTitle}
            href="#talk-1"
            text={words.talkText}
            facts={words.talkFacts}
            badge={<Badge tone="ember">{words.newTalk}</Badge>}
          />
          <Card
            over={words.talkOver}
            title={words.longTitle}
            href="#talk-2"
            facts={words.talkFacts}
          />
          <Card
            title={words.talkTitle}
            href="#talk-3"
            text={words.talkText}
            action={<Button>{words.accept}</Button>}
          />
        </CardList>
      </Columns>
      <Pager page={2} pages={5} total={60} href={(page) => `#page-${page}`} />
    </Section>
  )
}

function Buttons() {
  const words = useWords(galleryWords)
  return (
    <Section title={words.buttonsTitle}>
      <Actions>
        <Button kind="main" icon="check">
          {words.fields.send}
        </Button>
        <Button icon="edit">{words.fields.saveDraft}</Button>
        <Button kind="quiet">{words.decline}</Button>
        <Button kind="danger">{words.cancel}</Button>
        <Button kind="main" whyNot="too-few-times">
          {words.fields.send}
        </Button>
      </Actions>
    </Section>
  )
}

function Notes() {
  const words = useWords(galleryWords)
  const { callouts } = words
  return (
    <Section title={callouts.info}>
      <Callout kind="saved" title={callouts.saved}>
        {callouts.savedText}
      </Callout>
      <Callout kind="waiting" title={callouts.waiting} />
      <Callout kind="warning" title={callouts.warning} />
      <Callout kind="failed" title={callouts.failed} />
      <Callout kind="info" title={callouts.info} />
      <Tags tags={words.topics} />
    </Section>
  )
}
