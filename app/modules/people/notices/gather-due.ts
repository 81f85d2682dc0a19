import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.ts'
import type { Language } from '#app/platform/language.ts'
import { urls } from '#app/urls.ts'
import { isProgram } from '../access.ts'
import { en } from './messages.en.ts'
import { zh } from './messages.zh.ts'
import { isQuiet, mostInMessage } from './rules.ts'

const own = { zh, en }
const mostAtOnce = 1000

/** Says one notice in a language; only the wiring knows every module's sentences. */
export type Say = (language: Language, name: string, details: unknown) => string

type Due = {
  id: string
  name: string
  details: object
  link: string
  personId: string
  phone: string
  language: Language
  urgency: string
}

/** Puts all that is due to one person into one message, to be handed to the carrier. By night, safety alone. */
export async function gatherDue(
  ctx: Context,
  input: { say: Say; origin: string },
): Promise<{ messages: number }> {
  const due = await dueNotices(ctx)
  authorise(isProgram(ctx.actor))
  const byPerson = Map.groupBy(due, (notice) => notice.personId)
  const messages = [...byPerson.values()].map((notices) => {
    const { personId, phone, language } = notices[0]!
    // A sentence that leads to something which needs no sign-in says its whole address.
    const sentences = notices.map(({ name, details, link }) =>
      input.say(language, name, { ...details, address: input.origin + link }),
    )
    return {
      streetId: ctx.street,
      id: newId(),
      personId,
      phone,
      body: own[language].sms.notices(
        sentences.slice(0, mostInMessage),
        sentences.length - mostInMessage,
        input.origin + urls.inbox,
      ),
      atAnyHour: notices.some((notice) => notice.urgency === 'safety'),
      madeAt: ctx.now,
      nextTryAt: ctx.now,
    }
  })
  if (messages.length > 0) await ctx.tx.insertInto('message').values(messages).execute()
  await ctx.tx
    .updateTable('notice')
    .set({ sentAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', (is) => is.fn.any(is.val(due.map((notice) => notice.id))))
    .execute()
  return { messages: messages.length }
}

async function dueNotices(ctx: Context): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select n.id, n.name, n.details, n.link, n.urgency, n.person_id, p.phone, p.language
    from notice n join person p on p.street_id = ${ctx.street} and p.id = n.person_id
    where n.street_id = ${ctx.street} and n.channel = 'sms' and n.sent_at is null and n.due_at <= ${ctx.now}
      and p.phone is not null and (n.urgency = 'safety' or not ${isQuiet(ctx.now)})
    order by n.person_id, n.id limit ${mostAtOnce}
    for update of n skip locked`.execute(ctx.tx)
  return rows
}
