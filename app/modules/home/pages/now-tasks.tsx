import { LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import type { IconName } from '#app/ui/icons.tsx'
import { Empty, Task, TaskList } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { Kind, Waiting } from '../rules.ts'

const words = { zh, en }

const icons: Record<Kind, IconName> = {
  run: 'check',
  close: 'check',
  round: 'map-pin',
  seatOffered: 'calendar',
  rollOpen: 'check',
  invited: 'speaker',
  consent: 'edit',
  shiftRoll: 'check',
  contact: 'phone',
  claim: 'heart-hand',
  wishesOverdue: 'chat',
  vettings: 'speaker',
  review: 'chat',
  taps: 'chat',
  onPhotos: 'people',
  reviewCalls: 'phone',
  plan: 'order',
  healed: 'order',
  vet: 'order',
  settle: 'order',
  dispatch: 'order',
  needs: 'heart-hand',
  callBacks: 'phone',
  askResidents: 'phone',
  atRisk: 'warning',
  applications: 'speaker',
  entries: 'clock',
  overlaps: 'clock',
  records: 'clock',
  disputes: 'chat',
  bulletin: 'edit',
  draft: 'edit',
  swaps: 'people',
  wishes: 'chat',
  order: 'order',
  orderAsked: 'order',
  orderReturned: 'order',
  orderHeld: 'order',
  openOrders: 'order',
  cards: 'book',
  flags: 'book',
  unanswered: 'chat',
  requests: 'user',
}

// What presses: someone is standing there, or waits for this person's word.
const pressing: ReadonlySet<Kind> = new Set([
  'run',
  'close',
  'round',
  'seatOffered',
  'rollOpen',
  'invited',
  'consent',
  'shiftRoll',
  'contact',
  'healed',
  'vet',
  'plan',
  'dispatch',
  'reviewCalls',
  'callBacks',
])

// Their titles say everything.
const saidInTitle: ReadonlySet<Kind> = new Set(['consent', 'plan', 'healed'])

const presses = ({ kind }: Waiting) => Number(pressing.has(kind))

type NowTasksProps = { waiting: readonly Waiting[]; unread: number; now: Date }

/** The list of what waits for this person, the most pressing first; each has one action. */
export function NowTasks({ waiting, unread, now }: NowTasksProps) {
  const t = useWords(words)
  if (waiting.length + unread === 0) return <Empty>{t.nothing}</Empty>
  const inOrder = waiting.toSorted((one, other) => presses(other) - presses(one))
  return (
    <Section title={t.now}>
      <TaskList>
        {inOrder.map((one, at) => (
          <WaitingTask key={`${one.to}-${at}`} waiting={one} now={now} />
        ))}
        {unread > 0 && (
          <Task
            icon="bell"
            title={t.unread(unread)}
            action={<LinkButton href={urls.inbox}>{t.readAction}</LinkButton>}
          />
        )}
      </TaskList>
    </Section>
  )
}

function WaitingTask({ waiting, now }: { waiting: Waiting; now: Date }) {
  const t = useWords(words)
  const titleOf = useTitle()
  const { kind, count, what, during } = waiting
  const title = what ? titleOf({ title: what.title, titleEn: what.titleEn ?? '' }) : ''
  const detail = waiting.detail ?? ''
  return (
    <Task
      icon={icons[kind]}
      title={t.waits[kind]({ title, count: count ?? 1, detail })}
      when={during && <Time at={during.start} to={during.end} now={now} />}
      action={
        <LinkButton href={waiting.to} kind={pressing.has(kind) ? 'main' : 'plain'}>
          {t.acts[kind]}
        </LinkButton>
      }
    >
      {kind === 'dispatch'
        ? t.oldest(detail, title)
        : saidInTitle.has(kind)
          ? null
          : detail || null}
    </Task>
  )
}
