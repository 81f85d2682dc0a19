import type { OrganisationReason } from './rules.ts'

export const zh = {
  reasons: {
    'street.alreadyOpen': '这个街道已经开通了。',
    'street.notAStreet': '只能开通街道、镇或区县，请从列表里选。',
    'unit.closed': '上级单位已经撤销，请选一个还在的单位。',
    'unit.wrongParent': '这类单位不能设在那里。',
    unit_name: '这里已经有同名的单位了。',
    venue_name: '这个单位已经有同名的场地了。',
  } satisfies Record<OrganisationReason, string>,
  done: {},
  facts: {
    'street.opened': '开通了街道',
    'unit.added': '新增了单位',
    'venue.added': '新增了场地',
  },
  notices: {},
}
