import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import type { Span } from '#app/platform/database/spans.ts'
import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { SelectField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Task, TaskList } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { ScheduleSession } from '../schedule-session.ts'

const words = { zh, en }
const name = namesOf(ScheduleSession)

type FreeVenue = { id: string; name: string; unit: string; seats: number }

/** An accepted talk without a session, because its venue was taken. */
export type Clash = {
  dispatchId: string
  title: string
  titleEn: string
  during: Span
  unitName: string
  venueName: string
  /** Venues that are free then and large enough, those of the same community first. */
  venues: FreeVenue[] | null
}

/** The talks that wait for another venue, in one query. */
export async function clashesToSettle(ctx: Context): Promise<Clash[]> {
  const { rows } = await sql<Clash>`
    select dispatch.id as dispatch_id, talk.title, talk.title_en, dispatch.during, unit.name as unit_name,
      venue.name as venue_name, (
        select json_agg(json_build_object('id', other.id, 'name', other.name, 'unit', keeper.name, 'seats', other.seats)
          order by not keeper.ancestors && unit.ancestors[2:], keeper.name, other.name)
        from venue other
        join unit keeper on keeper.street_id = other.street_id and keeper.id = other.unit_id
        where other.street_id = ${ctx.street} and other.seats >= asked.head_count and not exists (
          select from session s where s.street_id = ${ctx.street} and s.venue_id = other.id
            and s.status <> 'cancelled' and s.during && dispatch.during)) as venues
    from dispatch
    join talk_order asked on asked.street_id = dispatch.street_id and asked.id = dispatch.order_id
    join talk on talk.street_id = asked.street_id and talk.id = asked.talk_id
    join unit on unit.street_id = asked.street_id and unit.id = asked.unit_id
    join venue on venue.street_id = dispatch.street_id and venue.id = dispatch.venue_id
    where dispatch.street_id = ${ctx.street} and dispatch.status = 'accepted'
      and exists (select from fact where fact.street_id = ${ctx.street} and fact.subject_id = dispatch.id
        and fact.name = 'session.clashed')
      and not exists (select from session s where s.street_id = ${ctx.street} and s.dispatch_id = dispatch.id)
    order by lower(dispatch.during)`.execute(ctx.tx)
  return rows
}

type Props = Pick<Shown<unknown>, 'form' | 'formKey' | 'visit'> & { clashes: readonly Clash[] }

/** Each clash with the venues that could take it instead. */
export function VenueClashes({ clashes, form, formKey, visit }: Props) {
  const t = useWords(words).list
  const titleOf = useTitle()
  const state = form('schedule')
  return (
    <Section title={t.clashed}>
      <Callout kind="warning" title={t.clashedLead} />
      <TaskList>
        {clashes.map((clash) => (
          <Task
            key={clash.dispatchId}
            title={titleOf(clash)}
            when={<Time at={clash.during.start} to={clash.during.end} now={visit.now} />}
          >
            {`${clash.venueName} · ${clash.unitName}`}
            <Form
              id={`clash-${clash.dispatchId}`}
              action={to(urls.sessions, null, { do: 'schedule' })}
              formKey={formKey}
              state={state.values['dispatchId'] === clash.dispatchId ? state : undefined}
            >
              <input type="hidden" name={name('dispatchId')} value={clash.dispatchId} />
              <SelectField
                name={name('venueId')}
                label={t.otherVenue}
                options={(clash.venues ?? []).map((venue) => ({
                  value: venue.id,
                  label: t.venueChoice(venue.name, venue.unit, venue.seats),
                }))}
                required
              />
              <Button kind="main">{t.schedule}</Button>
            </Form>
          </Task>
        ))}
      </TaskList>
    </Section>
  )
}
