/** The app's icons: 20 × 20 line drawings, drawn here. Those with a direction are mirrored in right-to-left surroundings. */

const drawings = {
  back: { d: 'M12.5 4.5 7 10l5.5 5.5', directional: true },
  forward: { d: 'M7.5 4.5 13 10l-5.5 5.5', directional: true },
  up: { d: 'M5 12.5 10 7l5 5.5', directional: false },
  down: { d: 'M5 7.5 10 13l5-5.5', directional: false },
  close: { d: 'M5 5l10 10M15 5 5 15', directional: false },
  plus: { d: 'M10 4v12M4 10h12', directional: false },
  minus: { d: 'M4 10h12', directional: false },
  check: { d: 'M4 10.5 8 14.5 16 6', directional: false },
  more: { d: 'M4.5 10h.01M10 10h.01M15.5 10h.01', directional: false },
  menu: { d: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13', directional: false },
  search: { d: 'M8.8 14a5.2 5.2 0 1 0 0-10.4 5.2 5.2 0 0 0 0 10.4ZM12.6 12.6l4 4', directional: false },
  file: { d: 'M5 2.8h6.2L15 6.6v10.6H5V2.8ZM11 3v4h4', directional: false },
  files: { d: 'M7 5.5h5.2L15.5 9v8H7V5.5ZM12 5.7v3.5h3.3M4.5 14V3h7', directional: false },
  paste: { d: 'M7.5 4.5H5v12.7h10V4.5h-2.5M7.5 3h5v3h-5V3Z', directional: false },
  trash: { d: 'M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.7 11.2h7.6l.7-11.2M8.5 8.5v5M11.5 8.5v5', directional: false },
  pencil: { d: 'M4 16l.8-3.4L13 4.4l2.6 2.6-8.2 8.2L4 16ZM11.5 6l2.6 2.6', directional: true },
  note: { d: 'M4 4h12v8.5L12.5 16H4V4ZM12.3 15.8v-3.5h3.5M7 7.5h6M7 10.5h3.5', directional: true },
  columns: { d: 'M3.5 4h13v12h-13V4ZM8 4v12M12.2 4v12', directional: false },
  eye: {
    d: 'M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5ZM10 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
    directional: false,
  },
  warning: { d: 'M10 3.5 17.5 16h-15L10 3.5ZM10 8.5v3.5M10 14h.01', directional: false },
  info: { d: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.2V14M10 6.4h.01', directional: false },
  undo: { d: 'M7 5 3.5 8.5 7 12M4 8.5h7.5a4 4 0 0 1 0 8H8', directional: true },
  redo: { d: 'M13 5l3.5 3.5L13 12M16 8.5H8.5a4 4 0 0 0 0 8H12', directional: true },
  settings: {
    d: 'M3.5 6h7M14.5 6h2M3.5 14h2M9.5 14h7M12.5 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM7.5 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
    directional: true,
  },
  export: { d: 'M10 12.2V3.4M6.6 6.7 10 3.3l3.4 3.4M4 11.5v5h12v-5', directional: false },
  import: { d: 'M10 3.2v8.8M6.6 8.7 10 12.1l3.4-3.4M4 11.5v5h12v-5', directional: false },
  globe: {
    d: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM3.2 10h13.6M10 3c2 2 2.8 4.3 2.8 7s-.8 5-2.8 7c-2-2-2.8-4.3-2.8-7S8 5 10 3Z',
    directional: false,
  },
  anchor: {
    d: 'M10 6.6a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8ZM10 6.6V17M4 11c0 3.4 2.6 6 6 6s6-2.6 6-6M7.2 9.4h5.6',
    directional: false,
  },
  boat: {
    d: 'M3 12.5h14l-2 4H5l-2-4ZM6 12.5V8h8v4.5M9.5 8V4.5h3M2.5 18.2c1.2 0 1.2-.7 2.5-.7s1.3.7 2.5.7 1.2-.7 2.5-.7 1.2.7 2.5.7 1.2-.7 2.5-.7 1.3.7 2.5.7',
    directional: true,
  },
} as const;

export type IconName = keyof typeof drawings;

/** Decorative by itself: whoever uses it says in words what it means. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  const drawing = drawings[name];
  return (
    <svg
      className={drawing.directional ? 'icon icon-mirrored' : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.6 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawing.d} />
    </svg>
  );
}
