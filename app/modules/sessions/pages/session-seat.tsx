import type { Shown } from '#app/platform/http/page.ts'
import { LinkButton, PostButton } from '#app/ui/button.tsx'
import { Callout, Task, TaskList } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { Seat, SessionData } from './session-data.tsx'

const words = { zh, en }

/** The reader's own seat, with the one thing to do about it. */
export function OwnSeat(shown: Shown<SessionData>) {
  const t = useWords(words).session
  const titleOf = useTitle()
  const { own, clashes, session } = shown.data
  if (!own) {
    return (
      <p>
        <LinkButton kind="main" href={to(urls.signIn, null, { from: shown.visit.here })}>
          {t.signInFirst}
        </LinkButton>
      </p>
    )
  }
  const clash = clashes[0]
  return (
    <>
      {clash && <Callout kind="warning" title={t.clash(titleOf(clash))} />}
      {own.hasOne ? (
        <Callout kind="saved" title={t.signedUp}>
          <p>{t.signedUpText}</p>
        </Callout>
      ) : (
        own.whyNot === null && <p>{t.open}</p>
      )}
      <SeatButton
        {...shown}
        sessionId={session.id}
        seat={own}
        main={!own.hasOne}
        label={own.hasOne ? t.signOff : t.signUp}
      />
    </>
  )
}

/** The reader's children, whose seats only guardians and staff take. */
export function ChildrensSeats(shown: Shown<SessionData>) {
  const t = useWords(words).session
  const { children, session } = shown.data
  return (
    <Section title={t.children}>
      <TaskList>
        {children.map((child) => (
          <Task
            key={child.personId}
            title={child.name}
            action={
              <SeatButton
                {...shown}
                sessionId={session.id}
                seat={child}
                label={child.hasOne ? t.signOffChild(child.name) : t.signUpChild(child.name)}
              />
            }
          />
        ))}
      </TaskList>
    </Section>
  )
}

type SeatButtonProps = {
  sessionId: string
  seat: Seat
  label: string
  formKey: string
  main?: boolean
}

/** Takes a seat for someone, or gives it back. */
export function SeatButton({ sessionId, seat, label, formKey, main }: SeatButtonProps) {
  return (
    <PostButton
      action={to(urls.session, { sessionId }, { do: seat.hasOne ? 'signOff' : 'signUp' })}
      formKey={formKey}
      values={{ personId: seat.personId }}
      kind={main ? 'main' : 'plain'}
      whyNot={seat.whyNot}
    >
      {label}
    </PostButton>
  )
}
