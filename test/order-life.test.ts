import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { orderLifePage } from '#bin/order-life.ts'

test('the drawn life of an order is that of the code', async () => {
  const written = await readFile(new URL('../docs/order-life.md', import.meta.url), 'utf8')
  expect(written, 'run `node bin/order-life.ts`').toBe(orderLifePage())
})
