import { LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Empty, Task, TaskList } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { Home } from '../queries.ts'

const words = { zh, en }

/** The list of what waits for this person, the most pressing first; each has one action. */
export function NowTasks({ home, unread, now }: { home: Home; unread: number; now: Date }) {
  const t = useWords(words)
  const waits =
    home.invitations.length +
    home.toRun.length +
    home.toDispatch.length +
    home.underWay.length +
    home.unanswered.length +
    home.drafts.length
  if (waits + unread === 0) return <Empty>{t.nothing}</Empty>
  return (
    <Section title={t.now}>
      <TaskList>
        <SessionsToRun home={home} now={now} />
        <Invitations home={home} now={now} />
        <OrdersWaiting home={home} />
        {home.unanswered.length > 0 && (
          <Task
            icon="chat"
            title={t.unanswered(home.unanswered.length)}
            action={<LinkButton href={urls.suggestions}>{t.answer}</LinkButton>}
          />
        )}
        {home.drafts.map((bulletin) => (
          <Task
            key={bulletin.id}
            icon="edit"
            title={t.draft(bulletin.title)}
            action={
              <LinkButton href={to(urls.bulletin, { bulletinId: bulletin.id })}>
                {t.openDraft}
              </LinkButton>
            }
          />
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

function SessionsToRun({ home, now }: { home: Home; now: Date }) {
  const t = useWords(words)
  const titleOf = useTitle()
  return (
    <>
      {home.toRun.map((session) => {
        const over = session.during.end <= now
        const at = { sessionId: session.id }
        return (
          <Task
            key={session.id}
            icon="check"
            title={over ? t.close(titleOf(session)) : t.run(titleOf(session))}
            when={<Time at={session.during.start} to={session.during.end} now={now} />}
            action={
              <LinkButton kind="main" href={over ? to(urls.closeSession, at) : to(urls.roll, at)}>
                {over ? t.closeAction : t.runAction}
              </LinkButton>
            }
          >
            {session.venueName}
          </Task>
        )
      })}
    </>
  )
}

function Invitations({ home, now }: { home: Home; now: Date }) {
  const t = useWords(words)
  const titleOf = useTitle()
  return (
    <>
      {home.invitations.map((dispatch) => (
        <Task
          key={dispatch.id}
          icon="speaker"
          title={t.invited(titleOf(dispatch))}
          when={<Time at={dispatch.during.start} to={dispatch.during.end} now={now} />}
          action={
            <LinkButton kind="main" href={to(urls.dispatch, { dispatchId: dispatch.id })}>
              {t.answer}
            </LinkButton>
          }
        >
          {dispatch.venueName} · {dispatch.unitName}
        </Task>
      ))}
    </>
  )
}

function OrdersWaiting({ home }: { home: Home }) {
  const t = useWords(words)
  const titleOf = useTitle()
  const [oldest] = home.toDispatch
  return (
    <>
      {oldest && (
        <Task
          icon="order"
          title={t.dispatchOrders(home.toDispatch.length)}
          action={
            <LinkButton kind="main" href={to(urls.orders, null, { status: 'submitted' })}>
              {t.dispatchAction}
            </LinkButton>
          }
        >
          {t.oldest(oldest.unitName, titleOf(oldest))}
        </Task>
      )}
      {home.underWay.map((order) => (
        <Task
          key={order.id}
          icon="order"
          title={
            order.status === 'submitted'
              ? t.waitingOrder(titleOf(order))
              : t.waitingAnswer(titleOf(order))
          }
          action={
            <LinkButton href={to(urls.order, { orderId: order.id })}>{t.seeOrder}</LinkButton>
          }
        />
      ))}
    </>
  )
}
