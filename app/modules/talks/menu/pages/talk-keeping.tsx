import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { DateField, TextField, UploadField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { AddMaterial } from '../add-material.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { OfferForSeason } from '../offer-for-season.ts'
import type { TalkData } from './talk.tsx'

const words = { zh, en }
const seasonName = namesOf(OfferForSeason)
const materialName = namesOf(AddMaterial)

/** What goes with a talk, to be downloaded; those who keep the menu add and take away. */
export function Materials({ data, formKey, form }: Shown<TalkData>) {
  const t = useWords(words)
  const { talk, materials } = data
  const here = { talkId: talk.id }
  return (
    <Section title={t.materials} id="materials">
      <p class="quietly">{materials?.length === 0 ? t.noMaterials : t.materialsLead}</p>
      <ul class="files">
        {materials?.map((material) => (
          <li key={material.id}>
            <a href={to(urls.talkMaterial, { ...here, materialId: material.id })} download>
              {material.title}
            </a>{' '}
            <span class="quietly">
              {t.kinds[material.kind]} · {t.size(material.bytes)}
            </span>
            {data.keeps && (
              <PostButton
                action={to(urls.talk, here, { do: 'remove' })}
                formKey={formKey}
                values={{ materialId: material.id }}
                kind="quiet"
              >
                {t.removeMaterial}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
      {data.keeps && !talk.retiredAt && (
        <AddForm talkId={talk.id} formKey={formKey} state={form('add')} />
      )}
    </Section>
  )
}

type AddProps = { talkId: string; formKey: string; state: ReturnType<Shown<unknown>['form']> }

function AddForm({ talkId, formKey, state }: AddProps) {
  const t = useWords(words)
  const wrong = state.refusal !== undefined || Object.keys(state.issues).length > 0
  return (
    <details open={wrong}>
      <summary class="button plain">{t.addMaterial}</summary>
      <Form
        id="material"
        action={to(urls.talk, { talkId }, { do: 'add' })}
        formKey={formKey}
        state={state}
        upload
      >
        <input type="hidden" name={materialName('talkId')} value={talkId} />
        <TextField
          name={materialName('title')}
          label={t.materialTitle}
          hint={t.materialTitleHint}
          maxLength={80}
          required
        />
        <UploadField
          name={materialName('file')}
          label={t.materialFile}
          hint={t.materialFileHint}
          accept=".pdf,image/*,audio/*,video/*"
          required
        />
        <Button kind="main">{t.addMaterial}</Button>
      </Form>
    </details>
  )
}

/** What the office does with a talk: change it, say who gives it and when, take it off the menu. */
export function KeepTalk({ data, formKey, form }: Shown<TalkData>) {
  const t = useWords(words)
  const { talk } = data
  const here = { talkId: talk.id }
  const state = form('season')
  const wrong = state.refusal !== undefined || Object.keys(state.issues).length > 0
  return (
    <Section title={t.keep}>
      <Actions>
        <LinkButton href={to(urls.changeTalk, here)} icon="edit">
          {t.change}
        </LinkButton>
        <LinkButton href={to(urls.talkSpeakers, here)} icon="speaker">
          {t.chooseSpeakers}
        </LinkButton>
        <PostButton
          action={to(urls.talk, here, { do: 'retire' })}
          formKey={formKey}
          values={here}
          kind="quiet"
        >
          {t.retire}
        </PostButton>
      </Actions>
      <details open={wrong}>
        <summary class="button plain">{t.season}</summary>
        <Form
          id="season"
          action={to(urls.talk, here, { do: 'season' })}
          formKey={formKey}
          state={state}
        >
          <input type="hidden" name={seasonName('talkId')} value={talk.id} />
          <p class="quietly">{t.seasonHint}</p>
          <DateField
            name={seasonName('offeredFrom')}
            label={t.offeredFrom}
            value={talk.offeredFrom ?? undefined}
          />
          <DateField
            name={seasonName('offeredUntil')}
            label={t.offeredUntil}
            value={talk.offeredUntil ?? undefined}
          />
          <Button>{t.saveSeason}</Button>
        </Form>
      </details>
    </Section>
  )
}
