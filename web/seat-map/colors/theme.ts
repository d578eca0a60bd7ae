/** Colours of everything but the zones, #RRGGBB. */
export interface Theme {
  readonly isDark: boolean;
  /** System colours: zones are told by letters and shapes alone. */
  readonly isForced: boolean;
  readonly paper: string;
  readonly card: string;
  readonly ink: string;
  readonly muted: string;
  /** What cannot be had: rings, dots and crosses. */
  readonly taken: string;
  readonly accent: string;
  readonly danger: string;
  readonly font: string;
}

const font = 'system-ui, sans-serif';

export const lightTheme: Theme = {
  isDark: false,
  isForced: false,
  // The map stands on a card: on the paper of pages two zone colours would fall below 3:1.
  paper: '#FFFFFF',
  card: '#F6F7F8',
  ink: '#1B1D20',
  muted: '#5A626B',
  taken: '#7C858E',
  accent: '#7A1F3D',
  danger: '#B3261E',
  font,
};

export const darkTheme: Theme = {
  isDark: true,
  isForced: false,
  paper: '#14171A',
  card: '#1D2125',
  ink: '#ECEFF2',
  muted: '#A4ADB6',
  taken: '#7E8892',
  accent: '#F08BA6',
  danger: '#FF9A8F',
  font,
};

export interface Preferences {
  readonly isDark: boolean;
  readonly isForced: boolean;
  readonly isMotionReduced: boolean;
}

const queries = {
  isDark: '(prefers-color-scheme: dark)',
  isForced: '(forced-colors: active)',
  isMotionReduced: '(prefers-reduced-motion: reduce)',
} as const;

/** What the system asks for now, and word of every change. @returns `stop` ends it */
export function watchPreferences(onChange: () => void): { read: () => Preferences; stop: () => void } {
  const lists = Object.values(queries).map((query) => matchMedia(query));
  for (const list of lists) list.addEventListener('change', onChange);
  return {
    read: () => ({
      isDark: matchMedia(queries.isDark).matches,
      isForced: matchMedia(queries.isForced).matches,
      isMotionReduced: matchMedia(queries.isMotionReduced).matches,
    }),
    stop: () => {
      for (const list of lists) list.removeEventListener('change', onChange);
    },
  };
}

/** @param element where system colours are looked up: a canvas cannot name them all */
export function themeFor({ isDark, isForced }: Preferences, element: HTMLElement): Theme {
  const theme = isDark ? darkTheme : lightTheme;
  if (!isForced) return theme;
  const probe = element.appendChild(document.createElement('span'));
  const system = (name: string): string => {
    probe.style.color = name;
    const parts = getComputedStyle(probe).color.match(/\d+/g)?.slice(0, 3) ?? [];
    return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
  };
  const paper = system('Canvas');
  const ink = system('CanvasText');
  const forced: Theme = {
    ...theme,
    isForced,
    paper,
    card: paper,
    ink,
    muted: ink,
    taken: system('GrayText'),
    accent: system('Highlight'),
    danger: system('Highlight'),
  };
  probe.remove();
  return forced;
}
