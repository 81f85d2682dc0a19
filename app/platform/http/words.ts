import type { z } from 'zod'
import type { InLanguages } from '../language.ts'

type Issue = z.core.$ZodRawIssue

type IssueWords = { sentence(issue: Issue): string }

const zh: IssueWords = {
  sentence(issue) {
    switch (issue.code) {
      case 'invalid_type':
        return issue.input === undefined ? '请填写这一项' : '这里的内容读不懂，请再看一下'
      case 'too_small':
        if (issue.origin === 'string')
          return issue.input === '' ? '请填写这一项' : `请至少写${issue.minimum}个字`
        if (issue.origin === 'array') return `请至少选${issue.minimum}项`
        return `请填不小于${issue.minimum}的数`
      case 'too_big':
        if (issue.origin === 'string') return `最多${issue.maximum}个字，请写短一些`
        if (issue.origin === 'array') return `最多${issue.maximum}项`
        return `请填不大于${issue.maximum}的数`
      case 'invalid_value':
        return issue.input === undefined || issue.input === ''
          ? '请选一项'
          : '没有这个选项，请重新选'
      case 'unrecognized_keys':
        return '这里不认识这一项'
      default:
        return issue.input === '' ? '请填写这一项' : '格式不对，请再看一下'
    }
  },
}

const en: IssueWords = {
  sentence(issue) {
    switch (issue.code) {
      case 'invalid_type':
        return issue.input === undefined
          ? 'Please fill this in'
          : 'This can’t be read; please check it'
      case 'too_small':
        if (issue.origin === 'string')
          return issue.input === ''
            ? 'Please fill this in'
            : `Please write at least ${issue.minimum} characters`
        if (issue.origin === 'array') return `Please choose at least ${issue.minimum}`
        return `Please give a number of ${issue.minimum} or more`
      case 'too_big':
        if (issue.origin === 'string')
          return `At most ${issue.maximum} characters; please shorten it`
        if (issue.origin === 'array') return `At most ${issue.maximum}`
        return `Please give a number of ${issue.maximum} or less`
      case 'invalid_value':
        return issue.input === undefined || issue.input === ''
          ? 'Please choose one'
          : 'There is no such choice; please choose again'
      case 'unrecognized_keys':
        return 'This field is not known here'
      default:
        return issue.input === ''
          ? 'Please fill this in'
          : 'The form of this isn’t right; please check it'
    }
  },
}

/** The sentence for each fault of shape that a form can have. */
export const issueWords: InLanguages<IssueWords> = { zh, en }
