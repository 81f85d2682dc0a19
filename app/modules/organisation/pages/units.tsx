import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { NumberField, RadioField, SelectField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Facets, Facts, Tags } from '#app/ui/lists.tsx'
import { Columns, PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayImportDivisions, mayKeepUnits } from '../access.ts'
import { AddUnit, addUnit } from '../add-unit.ts'
import { AddVenue, addVenue } from '../add-venue.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { PlaceUnitOnSketch, placeUnitOnSketch } from '../place-unit-on-sketch.ts'
import { openUnits, topUnit, type Unit, type Venue, venues } from '../queries.ts'
import { groupUnits, type UnitGroup } from '../rules.ts'
import { UnitsFile } from './units-file.tsx'
import { VenueInputs } from './venue-fields.tsx'

const words = { zh, en }
const unitName = namesOf(AddUnit)
const venueName = namesOf(AddVenue)
const sketchName = namesOf(PlaceUnitOnSketch)

type Group = UnitGroup<Unit, Venue>
type Data = {
  groups: Group[]
  /** The one group that is shown; null for all of them. */
  chosen: Group | null
  maySeeDivisions: boolean
}

export const unitsPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx, { query }) {
    authorise(mayKeepUnits(ctx.actor))
    const top = found(await topUnit(ctx))
    const groups = groupUnits(top, await openUnits(ctx), await venues(ctx))
    return {
      groups,
      chosen: groups.find(({ head }) => head.id === query.get('under')) ?? null,
      maySeeDivisions: mayImportDivisions(ctx.actor),
    }
  },
  actions: {
    addUnit: action(AddUnit, async (ctx, input, { query }) => {
      await addUnit(ctx, input)
      return { to: to(urls.units, null, { under: query.get('under') }), done: 'unit.added' }
    }),
    addVenue: action(AddVenue, async (ctx, input, { query }) => {
      await addVenue(ctx, input)
      return { to: to(urls.units, null, { under: query.get('under') }), done: 'venue.added' }
    }),
    place: action(PlaceUnitOnSketch, async (ctx, input) => {
      await placeUnitOnSketch(ctx, input)
      return { to: to(urls.units, null, { under: input.unitId }), done: 'unit.placed' }
    }),
  },
  view: (shown) => <Units {...shown} />,
})

function Units(shown: Shown<Data>) {
  const { groups, chosen, maySeeDivisions } = shown.data
  const t = useWords(words)
  const sizeOf = (group: Group) => group.units.length + group.venues.length
  const all = groups.reduce((sum, group) => sum + sizeOf(group), 0)
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <>
            <LinkButton href="#unit">{t.addUnit}</LinkButton>
            <LinkButton href="#venue">{t.addVenue}</LinkButton>
            <LinkButton href={urls.venues}>{t.toVenues}</LinkButton>
            {maySeeDivisions && <LinkButton href={to(urls.divisions)}>{t.toDivisions}</LinkButton>}
          </>
        }
      />
      <Facets
        title={t.show}
        facets={[
          { label: t.everywhere, href: to(urls.units), count: all, chosen: chosen === null },
          ...groups.map((group) => ({
            label: group.head.name,
            href: to(urls.units, null, { under: group.head.id }),
            count: sizeOf(group),
            chosen: group === chosen,
          })),
        ]}
      />
      <Columns
        beside={
          <>
            {chosen?.head.kind === 'community' && <SketchForm {...shown} head={chosen.head} />}
            <AddUnitForm {...shown} />
            <AddVenueForm {...shown} />
          </>
        }
      >
        {(chosen ? [chosen] : groups).map((group) => (
          <GroupSection group={group} />
        ))}
        <UnitsFile groups={chosen ? [chosen] : groups} />
      </Columns>
    </>
  )
}

function GroupSection({ group }: { group: Group }) {
  const t = useWords(words)
  const named = (kinds: readonly Unit['kind'][]) =>
    group.units.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name)
  const parts = (['branch', 'station', 'school'] as const)
    .map((kind) => ({ term: t.kinds[kind], tags: named([kind]) }))
    .filter(({ tags }) => tags.length > 0)
  const venues = (
    <ul class="plain">
      {group.venues.map(({ id, name, kind, seats }) => (
        <li key={id}>
          <a href={to(urls.venue, { venueId: id })}>{t.venue(name, t.venueKinds[kind], seats)}</a>
        </li>
      ))}
    </ul>
  )
  return (
    <Section title={group.head.name}>
      {parts.length + group.venues.length === 0 ? (
        <p class="quietly">{t.nothingHere}</p>
      ) : (
        <Facts
          items={[
            ...parts.map(({ term, tags }) => ({ term, value: <Tags tags={tags} /> })),
            ...(group.venues.length > 0 ? [{ term: t.venues, value: venues }] : []),
          ]}
        />
      )}
    </Section>
  )
}

/** The units to choose from, those of one community together; only one group where one is chosen. */
function optionsOf({ groups, chosen }: Data, kinds?: readonly Unit['kind'][]) {
  return (chosen ? [chosen] : groups)
    .flatMap(({ head, units }) => [head, ...units])
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .map(({ id, name }) => ({ value: id, label: name }))
}

/** Where a community lies to the others, by which ways are estimated. */
function SketchForm({ head, form, formKey }: Shown<Data> & { head: Unit }) {
  const t = useWords(words)
  const kilometres = (axis: 'x' | 'y', label: string, value: number | null) => (
    <NumberField
      name={sketchName(axis)}
      label={label}
      unit={t.kilometres}
      min={0}
      max={200}
      step={0.1}
      required
      value={value === null ? undefined : String(value)}
    />
  )
  return (
    <Section title={t.sketch}>
      <p class="quietly">{t.sketchLead}</p>
      <Form
        id="sketch"
        action={to(urls.units, null, { do: 'place', under: head.id })}
        formKey={`${formKey}-sketch`}
        state={form('place')}
      >
        <input type="hidden" name={sketchName('unitId')} value={head.id} />
        {kilometres('x', t.sketchX, head.sketchX)}
        {kilometres('y', t.sketchY, head.sketchY)}
        <Button>{t.sketchKeep}</Button>
      </Form>
    </Section>
  )
}

function AddUnitForm({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const under = data.chosen?.head.id
  return (
    <Section title={t.addUnit}>
      <Form
        id="unit"
        action={to(urls.units, null, { do: 'addUnit', under })}
        formKey={formKey}
        state={form('addUnit')}
      >
        <RadioField
          name={unitName('kind')}
          label={t.kind}
          value="branch"
          options={(['branch', 'community', 'station', 'school'] as const).map((kind) => ({
            value: kind,
            label: t.kinds[kind],
          }))}
        />
        <TextField name={unitName('name')} label={t.unitName} required maxLength={60} />
        <SelectField
          name={unitName('parentId')}
          label={t.parent}
          required
          value={under}
          options={optionsOf(data, ['street', 'community', 'station', 'school'])}
        />
        <Button icon="plus">{t.addUnit}</Button>
      </Form>
    </Section>
  )
}

function AddVenueForm({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const under = data.chosen?.head.id
  return (
    <Section title={t.addVenue}>
      <Form
        id="venue"
        action={to(urls.units, null, { do: 'addVenue', under })}
        formKey={`${formKey}-venue`}
        state={form('addVenue')}
      >
        <SelectField
          name={venueName('unitId')}
          label={t.ofUnit}
          required
          value={under}
          options={optionsOf(data)}
        />
        <VenueInputs />
        <Button icon="plus">{t.addVenue}</Button>
      </Form>
    </Section>
  )
}
