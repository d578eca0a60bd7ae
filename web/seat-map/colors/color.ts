/** Linear light, 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** How colours look to people, severity 1: Machado, Oliveira, Fernandes 2009, table 1, for linear light. */
const sights: Readonly<Record<'normal' | 'protan' | 'deutan' | 'tritan', readonly Rgb[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/**
 * @param color #RRGGBB
 * @returns bytes; black for anything else
 */
export function bytesOf(color: string): Rgb {
  const value = /^#[0-9a-f]{6}$/i.test(color) ? Number.parseInt(color.slice(1), 16) : 0;
  return [value >> 16, (value >> 8) & 255, value & 255];
}

export function linearOf(color: string): Rgb {
  const linear = (byte: number) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const [red, green, blue] = bytesOf(color);
  return [linear(red), linear(green), linear(blue)];
}

/** Contrast by WCAG 2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const luminance = (color: string) => dot([0.2126, 0.7152, 0.0722], linearOf(color));
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The OKLab distance of two colours for whoever tells them apart worst. */
export function leastDistance(one: string, other: string): number {
  return Math.min(
    ...Object.values(sights).map((sight) => {
      const [a, b] = [one, other].map((color) => oklabOf(seenBy(sight, linearOf(color))));
      return a && b ? Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) : 0;
    }),
  );
}

/** A part of one colour over another, #RRGGBB, as a canvas mixes them. */
export function mixed(over: string, under: string, share: number): string {
  const [top, bottom] = [bytesOf(over), bytesOf(under)];
  const parts = top.map((byte, at) => Math.round(byte * share + (bottom[at] ?? 0) * (1 - share)));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function seenBy(sight: readonly Rgb[], color: Rgb): Rgb {
  const [red, green, blue] = sight.map((row) => Math.min(Math.max(dot(row, color), 0), 1));
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/** Björn Ottosson's OKLab. */
function oklabOf(color: Rgb): Rgb {
  const l = Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], color));
  const m = Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], color));
  const s = Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], color));
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], [l, m, s]),
    dot([1.9779984951, -2.428592205, 0.4505937099], [l, m, s]),
    dot([0.0259040371, 0.7827717662, -0.808675766], [l, m, s]),
  ];
}

function dot(one: Rgb, other: Rgb): number {
  return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
}
