import { LinkButton } from '#app/ui/button.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { type OrderStatus, wasHeld } from '../../orders/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'

const words = { zh, en }

/** From an order whose talk was given to saying how it was. */
export function ToReview({ order }: { order: { id: string; status: OrderStatus } }) {
  const t = useWords(words)
  if (!wasHeld.some((status) => status === order.status)) return null
  return (
    <p>
      <LinkButton href={to(urls.review, { orderId: order.id })} icon="chat">
        {t.title}
      </LinkButton>
    </p>
  )
}
