import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { saySpan } from '#app/ui/dates.ts'
import { NumberField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Empty, Facts } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { Roll, type RollChoice, RollLine, StickyActions } from '#app/ui/roll.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { findShift, type ShiftRow } from '../../posts/queries.ts'
import { type PlaceRow, placesOn } from '../../rota/queries.ts'
import { mayKeepRecords } from '../access.ts'
import { CallShiftRoll, callShiftRoll } from '../call-shift-roll.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type RecordRow, recordsOfShift } from '../queries.ts'
import { minutesOfShift } from '../rules.ts'

const words = { zh, en }

type Data = { shift: ShiftRow; waiting: PlaceRow[]; records: RecordRow[] }

/** The roll of a shift: how each place came out, and for how long. */
export const shiftRollPage = page<Data>({
  title: (_, language) => words[language].roll.title,
  async load(ctx, visit) {
    const shift = found(await findShift(ctx, visit.params['shiftId']!))
    authorise(mayKeepRecords(ctx.actor, shift))
    const places = await placesOn(ctx, [shift.id])
    return {
      shift,
      waiting: places.filter(({ state }) => state === 'on'),
      records: await recordsOfShift(ctx, shift.id),
    }
  },
  actions: {
    call: action(CallShiftRoll.omit({ shiftId: true }), async (ctx, input, visit) => {
      const shiftId = visit.params['shiftId']!
      await callShiftRoll(ctx, { ...input, shiftId })
      return { to: to(urls.shiftRoll, { shiftId }), done: 'shift.rolled' }
    }),
  },
  view: (shown) => <ShiftRoll {...shown} />,
})

function ShiftRoll(shown: Shown<Data>) {
  const t = useWords(words).roll
  const { language, reason } = useSpeech()
  const titleOf = useTitle()
  const { shift, waiting, records } = shown.data
  const early = shift.during.start > shown.visit.now
  return (
    <>
      <PageHead
        title={t.title}
        over={saySpan(shift.during.start, shift.during.end, language, shown.visit.now)}
        back={{ href: to(urls.shift, { shiftId: shift.id }), label: titleOf(shift) }}
        lead={waiting.length > 0 && !early ? t.lead : undefined}
      />
      {early && <Callout kind="info" title={reason('roll.early')} />}
      {!early && waiting.length > 0 && <OpenRoll {...shown} />}
      {records.length > 0 && <Results records={records} />}
      {waiting.length + records.length === 0 && <Empty>{t.nobody}</Empty>}
    </>
  )
}

function OpenRoll({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { shift, waiting } = data
  const readerId = visit.reader.actor.personId
  const state = form('call')
  const { attended, excused, sick, noShow, cancelled } = t.outcomes
  const choices: [RollChoice, ...RollChoice[]] = [
    { value: 'attended', label: attended },
    { value: 'excused', label: excused, short: excused },
    { value: 'sick', label: sick, short: sick },
    { value: 'noShow', label: noShow, short: noShow },
    { value: 'cancelled', label: cancelled, short: cancelled },
  ]
  return (
    <Form
      action={to(urls.shiftRoll, { shiftId: shift.id }, { do: 'call' })}
      formKey={formKey}
      state={state}
    >
      <Roll>
        {waiting.map((place) => {
          if (place.personId === readerId) return <p key={place.id}>{t.roll.own(place.name)}</p>
          const outcome = `marks.${place.id}.outcome`
          const kept = state.values[outcome]
          return (
            <div key={place.id}>
              <RollLine
                name={outcome}
                person={place.name}
                from={place.besideName ?? undefined}
                choices={choices}
                chosen={typeof kept === 'string' ? kept : 'attended'}
                note={state.issues[outcome]}
              />
              <NumberField
                name={`marks.${place.id}.minutes`}
                label={t.roll.minutes}
                min={1}
                max={minutesOfShift(shift.during)}
                unit={t.roll.minutesUnit}
              />
            </div>
          )
        })}
      </Roll>
      <StickyActions>
        <Button kind="main" icon="check">
          {t.roll.save}
        </Button>
      </StickyActions>
    </Form>
  )
}

function Results({ records }: { records: readonly RecordRow[] }) {
  const t = useWords(words)
  return (
    <Section title={t.roll.results}>
      <Facts
        items={records.map((each) => ({
          term: each.name,
          value: [
            t.outcomes[each.outcome],
            each.minutes > 0 && t.spent(each.minutes),
            each.outcome === 'attended' &&
              (each.confirmer ? t.roll.confirmed(each.confirmer) : t.roll.waiting),
            ...(each.earlier ?? []).map((old) =>
              t.roll.earlier(`${t.outcomes[old.outcome]} ${t.spent(old.minutes)}`, old.by),
            ),
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </Section>
  )
}
