import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Button, PostButton } from './button.tsx'
import { Speaking } from './speech.tsx'

const speech = {
  language: 'zh' as const,
  large: false,
  reason: (key: string) => (key === 'full' ? '已经坐满了' : key),
  fact: (name: string) => name,
  notice: (name: string) => name,
  code: (_table: string, _column: string, value: string) => value,
}

test('a button that cannot be pressed says why and sends nothing', () => {
  const html = renderToString(
    <Speaking speech={speech}>
      <PostButton action="/sign-ups" formKey="1" whyNot="full">
        报名
      </PostButton>
    </Speaking>,
  )
  const button = /<button[^>]*>/.exec(html)?.[0]
  expect(button).toContain('type="button"')
  expect(button).toContain('aria-disabled="true"')
  expect(html).toContain('已经坐满了')
})

test('without a reason it can be pressed', () => {
  const html = renderToString(<Button whyNot={null}>报名</Button>)
  expect(html).toBe('<button type="submit" class="button plain">报名</button>')
})
