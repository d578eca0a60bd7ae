import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import styles from './qr-code.module.css';

const QrImage = lazy(() => import('./qr-image.tsx'));

export interface QrCodeProps {
  readonly text: string;
  /** Px of a side at most; narrower where there is less room. */
  readonly size: number;
  /** What it is the code of. */
  readonly label?: string;
}

/** A QR code on a white card, in dark mode too: scanners want dark on light. What encodes is loaded when one is shown. */
export function QrCode({ text, size, label }: QrCodeProps) {
  const { t } = useLingui();
  return (
    <div className={styles.card} style={{ maxWidth: size }}>
      <Suspense fallback={<div className={styles.code} />}>
        <QrImage text={text} label={label ?? t`QR code`} />
      </Suspense>
    </div>
  );
}
