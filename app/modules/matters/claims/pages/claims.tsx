import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { Button, PostButton } from '#app/ui/button.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, History } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { FinishClaim } from '../finish-claim.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { NoteProgress } from '../note-progress.ts'
import type { ClaimRow } from '../queries.ts'
import { contactDue, whyNotFinished } from '../rules.ts'
import type { MatterData } from './matter.tsx'

const words = { zh, en }
const noteName = namesOf(NoteProgress)
const finishName = namesOf(FinishClaim)

type OneProps = Shown<MatterData> & { claim: ClaimRow }

/** Who is on it and who was, each with what was kept; and what the own branch can do next. */
export function Claims(shown: Shown<MatterData>) {
  const t = useWords(words)
  const { claims, may } = shown.data
  const { refusal } = shown.form('handBack')
  return (
    <Section title={t.claims}>
      {refusal !== undefined && <p class="issue">{refusal}</p>}
      {claims.length === 0 && <p class="quietly">{t.claimsNone}</p>}
      <ul class="cards">
        {claims.map((claim) => (
          <li key={claim.id} class="card">
            <OneClaim {...shown} claim={claim} />
            {may.work.includes(claim.id) && claim.endedAt === null && (
              <Work {...shown} claim={claim} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function OneClaim({ claim, visit }: OneProps) {
  const t = useWords(words)
  const { language } = useSpeech()
  return (
    <>
      <h3>
        {claim.unitName} {claim.partName && <Badge>{claim.partName}</Badge>}{' '}
        {claim.ending !== null && <Badge>{t.endings[claim.ending]}</Badge>}
        {claim.ending === null && claim.doneAt !== null && <Badge tone="info">{t.doneSaid}</Badge>}
      </h3>
      <p class="facts">
        {t.claimed} <Time at={claim.claimedAt} now={visit.now} show="day" /> ·{' '}
        {t.assigned(claim.assignedName)} ·{' '}
        {claim.contactedAt === null && claim.endedAt === null
          ? t.contactBy(sayDay(contactDue(claim), language, visit.now))
          : claim.contactedAt !== null && t.contacted}
      </p>
      {claim.doneWords && (claim.doneAt ?? claim.endedAt) && <p>{claim.doneWords}</p>}
      {claim.kept && (
        <p>
          {t.kept}: {claim.kept}
        </p>
      )}
    </>
  )
}

/** What the branch can do next: note, say done, hand back in one tap. */
function Work({ claim, data, form, formKey }: OneProps) {
  const t = useWords(words)
  const here = { matterId: data.matter.id }
  const own = (name: 'note' | 'finish') =>
    form(name).values['claimId'] === claim.id ? form(name) : undefined
  if (whyNotFinished(claim) !== null) return null
  return (
    <>
      <Form
        id={`note-${claim.part}`}
        action={to(urls.matter, here, { do: 'note' })}
        formKey={`${formKey}note${claim.part}`}
        state={own('note')}
      >
        <input type="hidden" name={noteName('claimId')} value={claim.id} />
        <TextArea
          name={noteName('words')}
          label={t.note}
          hint={t.noteHint}
          rows={2}
          maxLength={500}
          required
        />
        <Button kind={claim.contactedAt ? 'plain' : 'main'}>{t.keepNote}</Button>
      </Form>
      <Form
        id={`finish-${claim.part}`}
        action={to(urls.matter, here, { do: 'finish' })}
        formKey={`${formKey}finish${claim.part}`}
        state={own('finish')}
      >
        <input type="hidden" name={finishName('claimId')} value={claim.id} />
        <TextArea name={finishName('words')} label={t.finishWords} rows={2} maxLength={500} />
        <Button kind={claim.contactedAt ? 'main' : 'plain'} icon="check">
          {t.finish}
        </Button>
      </Form>
      <p class="quietly">{t.handBackWhy}</p>
      <PostButton
        action={to(urls.matter, here, { do: 'handBack' })}
        formKey={`${formKey}back${claim.part}`}
        values={{ claimId: claim.id, how: 'handedBack' }}
        kind="quiet"
      >
        {t.handBack}
      </PostButton>
    </>
  )
}

/** What branches wrote down on the way; it stays when a claim is handed back. */
export function Notes({ data, visit }: Shown<MatterData>) {
  const t = useWords(words)
  if (data.notes.length === 0) return null
  return (
    <Section title={t.notes}>
      <History
        items={data.notes.map((note) => ({
          when: <Time at={note.writtenAt} now={visit.now} />,
          who: note.unitName,
          what: note.words,
        }))}
      />
    </Section>
  )
}
