// One family: a 24 grid, a 1.75 stroke with round ends, drawn as with one unhurried pen.
const outlines = {
  flame:
    'M12.2 3c.4 3.4 5.3 5.5 5.3 10.7a5.5 5.5 0 0 1-11 .3c0-2.3 1.1-3.8 2.2-4.7.1 1.7.9 2.6 1.8 2.8-.5-3.5.2-6.8 1.7-9.1z',
  menu: 'M4 7h16M4 12h16M4 17h10.5',
  calendar: 'M5 6.5h14V20H5zM5 10.7h14M8.5 4v4.2M15.5 4v4.2M8.5 14.5h3',
  order: 'M6.5 3.5h11v17l-2.7-1.7-2.8 1.7-2.8-1.7-2.7 1.7zM9.7 8.3h4.6M9.7 12h4.6',
  people:
    'M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11zM3 19.5c.3-3.5 2.7-5.3 6-5.3s5.7 1.8 6 5.3M15.8 5a3.2 3.2 0 0 1 0 5.7M17.6 14.6c2 .8 3.2 2.5 3.4 4.9',
  speaker:
    'M8.5 11a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM2.5 19.5c.3-3.5 2.7-5.3 6-5.3s5.7 1.8 6 5.3M15.5 5.5c1.1 1.4 1.1 3.4 0 4.8M18.6 3.2c2.5 2.7 2.5 6.7 0 9.4',
  check: 'M4.5 12.9l4.8 4.6L19.5 6.8',
  cross: 'M6 6l12 12M18 6L6 18',
  phone:
    'M6.6 3.8h2.7l1.6 4.1-2 1.6c1 2.4 2.7 4.2 5.1 5.3l1.7-2.1 4.1 1.7v2.7c0 1.7-1.3 2.9-2.9 2.7C10.1 19 5.1 13.7 4.2 6.7c-.2-1.6.9-2.9 2.4-2.9z',
  'map-pin':
    'M12 20.8c4.2-4.2 6.4-7.3 6.4-10.7a6.4 6.4 0 0 0-12.8 0c0 3.4 2.2 6.5 6.4 10.7zM12 12.4a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8z',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.2V12l3.3 2.2',
  book: 'M12 6.6C10.2 5.2 7.6 4.6 4 4.6V18c3.6 0 6.2.6 8 2 1.8-1.4 4.4-2 8-2V4.6c-3.6 0-6.2.6-8 2zM12 6.6V20',
  bell: 'M5.8 16.7c1.1-1.3 1.6-2.6 1.6-5.7C7.4 8 9.3 6 12 6s4.6 2 4.6 5c0 3.1.5 4.4 1.6 5.7zM12 6V3.8M10.2 19.7c1 .9 2.6.9 3.6 0',
  search: 'M10.7 17.2a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.4 15.4L20 20',
  filter: 'M4 6.5h16M7 12h10M10 17.5h4',
  chart: 'M4 20h16M7.2 16.5V11M12 16.5V4.8M16.8 16.5V8.5',
  plus: 'M12 5v14M5 12h14',
  edit: 'M5 19l.9-3.8L16.2 4.9l2.9 2.9L8.8 18.1zM13.7 7.4l2.9 2.9',
  arrow: 'M4.5 12h14.8M13.5 6.2l5.8 5.8-5.8 5.8',
  home: 'M3.8 11.6L12 4.4l8.2 7.2M6.3 9.6v9.9h11.4V9.6M10 19.5v-5.2h4v5.2',
  printer: 'M7.5 8.5V4h9v4.5M7.5 16.5H4.3v-8h15.4v8h-3.2M7.5 13.5h9V20h-9z',
  download: 'M12 4v11M7.3 10.6l4.7 4.6 4.7-4.6M4.5 19.8h15',
  globe:
    'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM3.7 12h16.6M12 3.5c2.4 2.3 3.6 5.1 3.6 8.5s-1.2 6.2-3.6 8.5c-2.4-2.3-3.6-5.1-3.6-8.5S9.6 5.8 12 3.5z',
  'text-size': 'M2.8 18.5L8 5.5l5.2 13M4.6 14.3h6.8M13.8 18.5l3.4-8.3 3.4 8.3M15 15.7h4.4',
  logout: 'M13.5 4.2H5.8v15.6h7.7M10.5 12h9.7M16.4 8.2l3.8 3.8-3.8 3.8',
  chat: 'M4 5h16v11.5h-8.3L7.3 20v-3.5H4zM8.3 9.3h7.4M8.3 12.5h4.5',
  'heart-hand':
    'M12 11.3C9.5 9.5 8.2 8 8.2 6.3c0-2.6 3-3.2 3.8-.9.8-2.3 3.8-1.7 3.8.9 0 1.7-1.3 3.2-3.8 5zM3.5 14.5h3.2c1.6 0 2.8.8 3.9 1.5h3.1c1.6 0 1.6 2.3 0 2.3h-3M13.9 17.7l4.2-2.3c1.8-.9 3 1.2 1.5 2.3l-4.5 2.9c-1.3.8-2.8.8-4.3.2l-2.3-.9H3.5',
  seat: 'M7.5 12.5V4.2h9v8.3M5.3 12.5h13.4v3.3H5.3zM7.3 15.8v4.4M16.7 15.8v4.4',
  user: 'M12 11.5a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4zM4.8 20c.4-3.8 3.2-5.7 7.2-5.7s6.8 1.9 7.2 5.7',
  warning: 'M12 4.2l8.6 15.3H3.4zM12 10v4.5M12 17.2v.1',
} as const

export type IconName = keyof typeof outlines

export const iconNames = Object.keys(outlines) as IconName[]

/**
 * A line icon in the colour and size of the text beside it.
 * Without a label it is decoration and is hidden from assistive technology.
 */
export function Icon({ name, label }: { name: IconName; label?: string | undefined }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? 'true' : undefined}
    >
      <path d={outlines[name]} />
    </svg>
  )
}
