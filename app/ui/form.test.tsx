import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import {
  CheckboxField,
  CheckboxGroup,
  CodeField,
  DateTimeField,
  PasswordField,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from './fields.tsx'
import { Form, type FormState } from './form.tsx'

const state: FormState = {
  values: {
    title: '退休<教师>',
    venue: 'b',
    format: 'home',
    needs: ['projector', 'ramp'],
    behalf: 'yes',
    code: '123456',
    secret: '春联46',
    'times.0.date': '2022-01-12',
  },
  issues: { 'times.0.from': '请写开始时间', count: '活动室最多坐 60 人' },
}

function inForm(field: ComponentChildren, shown: FormState = state) {
  return renderToString(
    <Form action="/orders" formKey="0190" state={shown}>
      {field}
    </Form>,
  )
}

describe('a form keeps what was typed', () => {
  test('text, escaped', () => {
    expect(inForm(<TextField name="title" label="听众" />)).toContain('value="退休&lt;教师>"')
    expect(inForm(<TextArea name="title" label="听众" />)).toContain('>退休&lt;教师></textarea>')
  })

  test('the chosen option carries selected', () => {
    const options = [
      { value: 'a', label: '凉亭' },
      { value: 'b', label: '家里' },
    ]
    const html = inForm(<SelectField name="venue" label="地点" options={options} />)
    expect(html.match(/<option[^>]*selected[^>]*>[^<]*/g)).toEqual([
      '<option value="b" selected>家里',
    ])
  })

  test('the choices that were ticked, and no others', () => {
    const needs = ['projector', 'hearing', 'ramp'].map((value) => ({ value, label: value }))
    const group = inForm(<CheckboxGroup name="needs" label="需要" options={needs} />)
    expect(checkedValues(group)).toEqual(['projector', 'ramp'])
    const formats = ['room', 'home'].map((value) => ({ value, label: value }))
    const radio = inForm(<RadioField name="format" label="形式" options={formats} value="room" />)
    expect(checkedValues(radio)).toEqual(['home'])
    expect(checkedValues(inForm(<CheckboxField name="behalf" label="替别人" />))).toEqual(['yes'])
  })

  test('the given value stands only until something was typed', () => {
    expect(inForm(<TextField name="other" label="其他" value="已知" />)).toContain('value="已知"')
  })

  test('never a code or a password', () => {
    expect(inForm(<CodeField name="code" label="验证码" />)).not.toContain('123456')
    expect(inForm(<PasswordField name="secret" label="密码" />)).not.toContain('春联46')
  })
})

describe('a form says what needs another look', () => {
  test('at the top with a link, and at the field', () => {
    const html = inForm(<DateTimeField name="times.0" label="第一个时间" />)
    expect(html).toContain('<a href="#f-times.0.from">请写开始时间</a>')
    expect(html).toContain('<p class="issue" id="f-times.0.from-error">请写开始时间</p>')
    const input = /<input[^>]*name="times\.0\.from"[^>]*>/.exec(html)?.[0]
    expect(input).toContain('id="f-times.0.from"')
    expect(input).toContain('aria-invalid="true"')
    expect(input).toContain('aria-describedby="f-times.0.from-error"')
  })

  test('the refusal of the whole comes first', () => {
    const html = inForm(null, { values: {}, issues: {}, refusal: '这位讲师这个时间已有一场' })
    expect(html).toContain('<p class="callout-title">这位讲师这个时间已有一场</p>')
  })

  test('nothing when nothing is wrong', () => {
    expect(inForm(null, { values: {}, issues: {} })).not.toContain('role="alert"')
  })
})

test('the key against sending twice is in the form', () => {
  expect(inForm(null)).toContain('<input type="hidden" name="_key" value="0190"/>')
})

function checkedValues(html: string): string[] {
  return (html.match(/<input[^>]*>/g) ?? [])
    .filter((input) => / checked/.test(input))
    .map((input) => /value="([^"]*)"/.exec(input)?.[1] ?? '')
}
