import type { JSX } from 'preact';

const shapes = {
  alert: <path d="M8 3v6.2M8 12.4v.2" />,
  bubble: <path d="M3 3.5h10v7H7.5L4.5 13v-2.5H3z" />,
  bullet: <circle cx="8" cy="8" r="1.6" class="filled" />,
  check: <path d="m3 8.6 3.3 3.3L13 5" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.4" />
      <path d="M8 5v3.2l2.2 1.4" />
    </>
  ),
  cross: <path d="m4 4 8 8m0-8-8 8" />,
  dot: <circle cx="8" cy="8" r="4.6" class="filled" />,
  leave: <path d="M6.5 3H3v10h3.5M7 8h6.5M11 5.3 13.7 8 11 10.7" />,
  link: <path d="M9 3h4v4m0-4L7.5 8.5M6 4H3v9h9v-3" />,
  play: <path d="M5 3.5v9L12 8z" class="filled" />,
  quarter: (
    <>
      <circle cx="8" cy="8" r="5.4" />
      <path d="M8 8V2.6A5.4 5.4 0 0 1 13.4 8z" class="filled" />
    </>
  ),
  reload: <path d="M12.9 9.2A5.1 5.1 0 1 1 12 4.9l1.2 1.3M13.4 3v3.4H10" />,
  target: (
    <>
      <circle cx="8" cy="8" r="5.4" />
      <circle cx="8" cy="8" r="2" class="filled" />
    </>
  ),
  ring: <circle cx="8" cy="8" r="4.6" />,
} as const satisfies Record<string, JSX.Element>;

export type IconName = keyof typeof shapes;

/** A picture that repeats what the words beside it say. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    {shapes[name]}
  </svg>
);
