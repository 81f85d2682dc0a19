import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { whyNotWithdrawn } from '../../board/rules.ts'
import { WithdrawMatter } from '../../board/withdraw-matter.ts'
import { ClaimMatter } from '../claim-matter.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { MatterData } from './matter.tsx'

const words = { zh, en }
const name = namesOf(ClaimMatter)
const withdrawName = namesOf(WithdrawMatter)

/** A branch takes the matter on, or a part that is free, or shares it. */
export function ClaimForm({ data, form, formKey }: Shown<MatterData>) {
  const t = useWords(words).claim
  const { matter, branches, claims } = data
  const taken = new Set(claims.filter(({ endedAt }) => !endedAt).map(({ part }) => part))
  const free = matter.parts
    .map((label, part) => ({ label, part }))
    .filter((p) => !taken.has(p.part))
  const state = form('claim')
  if (matter.status !== 'open' || branches.length === 0) {
    return state.refusal === undefined ? null : <p class="issue">{state.refusal}</p>
  }
  const [only] = branches
  const here = { matterId: matter.id }
  return (
    <Section title={t.title} id="claim">
      <p>{t.lead}</p>
      <Form action={to(urls.matter, here, { do: 'claim' })} formKey={formKey} state={state}>
        <input type="hidden" name={name('matterId')} value={matter.id} />
        {branches.length === 1 ? (
          <input type="hidden" name={name('unitId')} value={only!.id} />
        ) : (
          <SelectField
            name={name('unitId')}
            label={t.unit}
            required
            options={branches.map((branch) => ({ value: branch.id, label: branch.name }))}
          />
        )}
        {matter.parts.length > 1 ? (
          <RadioField
            name={name('part')}
            label={t.part}
            required
            value={String(free[0]?.part ?? 0)}
            options={free.map(({ label, part }) => ({ value: String(part), label }))}
          />
        ) : (
          <details open={Boolean(state.values['ownPart'])}>
            <summary>{t.share}</summary>
            <p>{t.shareWhy}</p>
            <TextField name={name('ownPart')} label={t.own} maxLength={40} />
            <TextArea name={name('otherParts')} label={t.others} rows={2} maxLength={130} />
          </details>
        )}
        <Button kind="main" icon="heart-hand">
          {t.send}
        </Button>
      </Form>
    </Section>
  )
}

/** The office takes the matter off the board and says why. */
export function WithdrawForm({ data, form, formKey }: Shown<MatterData>) {
  const t = useWords(words)
  const { matter } = data
  const here = { matterId: matter.id }
  if (whyNotWithdrawn(matter) !== null) return null
  return (
    <details>
      <summary>{t.withdraw}</summary>
      <Form
        id="withdraw"
        action={to(urls.matter, here, { do: 'withdraw' })}
        formKey={`${formKey}withdraw`}
        state={form('withdraw')}
      >
        <input type="hidden" name={withdrawName('matterId')} value={matter.id} />
        <TextField name={withdrawName('reason')} label={t.withdrawWhy} maxLength={300} required />
        <Button kind="danger">{t.withdraw}</Button>
      </Form>
    </details>
  )
}
