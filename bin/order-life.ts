// Writes docs/order-life.md from the table of an order's life: `node bin/order-life.ts`.
import { writeFile } from 'node:fs/promises'
import { en } from '#app/modules/talks/orders/messages.en.ts'
import { zh } from '#app/modules/talks/orders/messages.zh.ts'
import { type Act, life, type Mover, type OrderStatus } from '#app/modules/talks/orders/rules.ts'

const movers: Record<Mover, string> = {
  branch: 'the branch 支部',
  office: 'the office 办公室',
  speaker: 'the speaker 宣讲人',
  program: 'by itself 自动',
}

const title = (status: OrderStatus) => `${en.statuses[status]} ${zh.statuses[status]}`

/** The page of an order's life: a diagram of its states, and the table it is drawn from. */
export function orderLifePage(): string {
  const acts = Object.entries(life) as [Act, (typeof life)[Act]][]
  const statuses = Object.keys(en.statuses) as OrderStatus[]
  const left = new Set<OrderStatus>(acts.flatMap(([, { from }]) => from))
  const lines = [
    '# The life of an order',
    '',
    'Written from `app/modules/talks/orders/rules.ts`; `node bin/order-life.ts` writes it anew.',
    'An act that is not drawn from a state is refused there, with a sentence that says where the order',
    'stands.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...statuses.map((status) => `  ${status}: ${title(status)}`),
    '  [*] --> draft',
    ...acts.flatMap(([act, { from, to }]) => from.map((each) => `  ${each} --> ${to}: ${act}`)),
    ...statuses.filter((status) => !left.has(status)).map((status) => `  ${status} --> [*]`),
    '```',
    '',
    '| Act | From | To | Who |',
    '| --- | --- | --- | --- |',
    ...acts.map(([act, { from, to, by }]) => {
      const who = by.map((mover: Mover) => movers[mover]).join(', ')
      return `| ${act} | ${from.join(', ')} | ${to} | ${who} |`
    }),
    '',
  ]
  return lines.join('\n')
}

if (import.meta.main)
  await writeFile(new URL('../docs/order-life.md', import.meta.url), orderLifePage())
