import { svg } from './dom.js';
import { encode } from './vendor/uqr.js';

/** A text as a QR code with its quiet zone, dark on light whatever the colours of the page. */
export function qrCode(text, label) {
  const { size, data } = encode(text, { border: 4 });
  const squares = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
  return svg(
    'svg',
    { class: 'qr', viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': label },
    svg('rect', { width: size, height: size, fill: '#fff' }),
    svg('path', { d: squares.join(''), fill: '#000', 'shape-rendering': 'crispEdges' }),
  );
}
