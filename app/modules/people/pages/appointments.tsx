import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { Button, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { DateField, SelectField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { type Column, DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayAppoint } from '../access.ts'
import { Appoint } from '../appoint.ts'
import { EndAppointment } from '../end-appointment.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { appointmentsOf } from '../queries.ts'
import { roles } from '../rules.ts'

const words = { zh, en }
const name = namesOf(Appoint)
const ending = namesOf(EndAppointment)

type Row = Awaited<ReturnType<typeof appointmentsOf>>[number]
type Data = {
  person: { id: string; homeUnitId: string | null }
  appointments: Row[]
  /** Where a role can be given, for those who may. */
  units: { id: string; name: string }[]
}

/** A person's roles and, for those who give them, the form for another. */
export function Appointments(shown: Shown<Data>) {
  const t = useWords(words).person
  const { appointments, units } = shown.data
  const { refusal } = shown.form('endAppointment')
  const typed = Object.keys(shown.form('appoint').values).length > 0
  return (
    <>
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      {appointments.length === 0 ? <p>{t.noAppointments}</p> : <Held {...shown} />}
      {units.length > 0 && (
        <details open={typed}>
          <summary>{t.appoint}</summary>
          <AppointForm {...shown} />
        </details>
      )}
    </>
  )
}

function Held({ data, visit, formKey }: Shown<Data>) {
  const w = useWords(words)
  const t = w.person
  const { actor } = visit.reader
  const today = dayOf(visit.now)
  const mayEnd = (row: Row) =>
    mayAppoint(actor, row.role) &&
    row.fromOn <= today &&
    (row.untilOn === null || row.untilOn > today)
  const columns: Column<Row>[] = [
    { key: 'role', label: t.role, names: true, cell: (row) => w.roles[row.role] },
    { key: 'at', label: t.at, cell: (row) => row.unitName },
    {
      key: 'from',
      label: t.from,
      cell: (row) => <Time at={row.fromOn} now={visit.now} show="day" />,
    },
    {
      key: 'until',
      label: t.until,
      cell: (row) =>
        row.untilOn === null ? t.stillHeld : <Time at={row.untilOn} now={visit.now} show="day" />,
    },
  ]
  if (data.appointments.some(mayEnd)) {
    columns.push({
      key: 'end',
      label: t.end,
      acts: true,
      cell: (row) =>
        mayEnd(row) && (
          <PostButton
            action={to(urls.person, { personId: data.person.id }, { do: 'endAppointment' })}
            formKey={`${formKey}${row.id}`}
            values={{ [ending('appointmentId')]: row.id, [ending('untilOn')]: today }}
            kind="quiet"
          >
            {t.end}
          </PostButton>
        ),
    })
  }
  return <DataTable caption={t.nowAndBefore} rows={data.appointments} columns={columns} />
}

function AppointForm({ data, visit, form, formKey }: Shown<Data>) {
  const w = useWords(words)
  const t = w.person
  const { person, units } = data
  const offered = roles.filter((role) => mayAppoint(visit.reader.actor, role))
  return (
    <Form
      action={to(urls.person, { personId: person.id }, { do: 'appoint' })}
      formKey={formKey}
      state={form('appoint')}
    >
      <input type="hidden" name={name('personId')} value={person.id} />
      <SelectField
        name={name('role')}
        label={t.role}
        options={offered.map((role) => ({ value: role, label: w.roles[role] }))}
        required
      />
      <SelectField
        name={name('unitId')}
        label={t.at}
        options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        value={person.homeUnitId ?? undefined}
        required
      />
      <DateField name={name('fromOn')} label={t.from} value={dayOf(visit.now)} required />
      <DateField name={name('untilOn')} label={t.lastDay} hint={t.lastDayHint} />
      <Button kind="main">{t.appointHere}</Button>
    </Form>
  )
}
