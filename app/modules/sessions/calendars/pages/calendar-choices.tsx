import { openUnits, venues } from '#app/modules/organisation/queries.ts'
import { mayRunOffice, officeRoles, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import type { Actor, Context } from '#app/platform/context.ts'
import type { Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/fields.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { maySeeResources } from '../../resources/access.ts'
import { resources } from '../../resources/queries.ts'
import { childrenOf } from '../../seats/queries.ts'
import { maySeeCalendar } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Of, writeOf } from '../rules.ts'
import {
  type CalendarData,
  type Choosable,
  type Named,
  nameOf,
  unitsRunBy,
} from './calendar-data.tsx'

const words = { zh, en }

/** Whether a calendar is the one that opens for this reader by itself. */
export function isUsual(actor: Actor, of: Of): boolean {
  return of.kind === (mayRunOffice(actor) ? 'street' : 'mine')
}

const named = (of: Of, { name, nameEn = '' }: { name: string; nameEn?: string }): Named => ({
  of: writeOf(of),
  name,
  nameEn,
})

/** What the reader can choose; three lists more for whoever plans something. */
export async function calendarsToChoose(ctx: Context): Promise<Choosable> {
  const { actor } = ctx
  const office = mayRunOffice(actor)
  const children = actor.personId === null ? [] : await childrenOf(ctx, actor.personId)
  const own = await unitsRunBy(ctx)
  const near = [
    ...(office ? [named({ kind: 'street' }, { name: '' })] : []),
    named({ kind: 'mine' }, { name: '' }),
    ...children.map((child) => named({ kind: 'child', id: child.id }, child)),
    ...own.map((unit) => named({ kind: 'unit', id: unit.id }, unit)),
  ]
  if (!maySeeResources(actor)) return { near, units: [], venues: [], resources: [] }
  const within = new Set(scopeOf(actor, [...officeRoles, ...unitRoles]).unitIds)
  const rooms = (await venues(ctx)).map((venue) => ({
    ...venue,
    venueKind: venue.kind,
    kind: 'venue' as const,
  }))
  return {
    near,
    units: (await openUnits(ctx))
      .filter((unit) => within.has(unit.id))
      .map((unit) => named({ kind: 'unit', id: unit.id }, unit)),
    venues: rooms
      .filter((venue) => venue.venueKind !== 'home' && maySeeCalendar(actor, venue))
      .map((venue) => named({ kind: 'venue', id: venue.id }, venue)),
    resources: (await resources(ctx)).map((each) => named({ kind: 'resource', id: each.id }, each)),
  }
}

/** The near calendars as links, and a list of the others; nothing where there is only the own one. */
export function Choices({ data }: Shown<CalendarData>) {
  const t = useWords(words).calendar
  const { language } = useSpeech()
  const { choices, calendar } = data
  const open =
    'id' in calendar ? writeOf({ kind: calendar.kind, id: calendar.id } as Of) : calendar.kind
  const others = [...choices.units, ...choices.venues, ...choices.resources]
  if (choices.near.length + others.length === 1) return null
  const called = ({ of, name, nameEn }: Named) =>
    of === 'mine'
      ? t.mine
      : of === 'street'
        ? t.street
        : language === 'en' && nameEn
          ? nameEn
          : name
  const here = choices.near.some(({ of }) => of === open)
    ? []
    : [{ of: open, name: nameOf(calendar, 'zh') ?? '', nameEn: nameOf(calendar, 'en') ?? '' }]
  const kept = {
    view: data.view === 'month' ? null : data.view,
    at: data.at.day ?? data.at.month,
    strand: data.strand,
  }
  const options = (kind: string, list: Named[]) =>
    list.map((each) => ({ value: each.of, label: `${kind} · ${called(each)}` }))
  return (
    <>
      <nav class="facets" aria-label={t.title}>
        <ul>
          {[...choices.near, ...here].map((each) => (
            <li key={each.of}>
              <a
                href={to(urls.calendar, null, { ...kept, of: each.of })}
                aria-current={each.of === open ? 'page' : undefined}
              >
                {called(each)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {others.length > 0 && (
        <details>
          <summary class="button quiet">{t.another}</summary>
          <form class="find" action={urls.calendar}>
            {Object.entries(kept).map(
              ([name, value]) =>
                value !== null && <input key={name} type="hidden" name={name} value={value} />,
            )}
            <SelectField
              name="of"
              label={t.whose}
              options={[
                ...options(t.kinds.unit, choices.units),
                ...options(t.kinds.venue, choices.venues),
                ...options(t.kinds.resource, choices.resources),
              ]}
            />
            <Button>{t.look}</Button>
          </form>
        </details>
      )}
    </>
  )
}
