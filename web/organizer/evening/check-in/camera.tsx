import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { keepForOffline } from '../../../app/offline-copy.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/notice.tsx';
import styles from './check-in.module.css';
import { createQrReader, type QrReader } from './qr-reader.ts';
import { SeenCodes } from './seen-codes.ts';

interface CameraProps {
  /** False when nobody can see to it now: it is offered again as long as it is in sight. */
  readonly onCode: (code: string) => boolean;
  /** A gesture has begun it, so sound may begin as well. */
  readonly onStart: () => void;
}

type CameraState = 'off' | 'starting' | 'on' | 'refused' | 'missing';

/** Pictures a second are looked at; more would only warm the telephone. */
const EVERY_MS = 120;

/** The camera of the door: looks for codes as long as it is on. */
export function Camera({ onCode, onStart }: CameraProps) {
  const { t } = useLingui();
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('off');
  const [isWanted, setWanted] = useState(false);
  const latest = useRef(onCode);
  latest.current = onCode;
  // Fetched while there is a network, and kept with the page: the camera may be turned on without one.
  const [reader] = useState(createQrReader);
  useEffect(() => void reader.then(keepForOffline, () => {}), [reader]);

  useEffect(() => {
    const element = video.current;
    if (!isWanted || !element) return;
    const stop = new AbortController();
    setState('starting');
    openCamera(element, stop.signal, () => setWanted(false))
      .then(async () => {
        const read = await reader.catch(createQrReader);
        if (stop.signal.aborted) return;
        setState('on');
        await watch(element, read, stop.signal, (code) => latest.current(code));
      })
      .catch((fault: unknown) => {
        if (stop.signal.aborted) return;
        setState(fault instanceof DOMException && fault.name === 'NotAllowedError' ? 'refused' : 'missing');
        setWanted(false);
      });
    return () => {
      stop.abort();
      setState((before) => (before === 'refused' || before === 'missing' ? before : 'off'));
    };
  }, [isWanted, reader]);

  const begin = () => {
    onStart();
    setWanted(true);
  };
  return (
    <div className={styles.camera}>
      <div className={styles.picture} data-on={isWanted || undefined}>
        <video ref={video} muted playsInline aria-label={t`Picture of the camera`} />
        {!isWanted && (
          <Button variant="primary" onClick={begin}>
            <Icon name="camera" /> <Trans>Scan with the camera</Trans>
          </Button>
        )}
      </div>
      {state === 'refused' && (
        <Notice tone="warn">
          <Trans>
            The browser does not let this page use the camera. Allow it beside the address, or type the codes.
          </Trans>
        </Notice>
      )}
      {state === 'missing' && (
        <Notice tone="warn">
          <Trans>There is no camera that can be used. Type the codes, or use a scanner that types.</Trans>
        </Notice>
      )}
      {isWanted && (
        <Button size="s" onClick={() => setWanted(false)}>
          <Trans>Turn the camera off</Trans>
        </Button>
      )}
    </div>
  );
}

async function openCamera(video: HTMLVideoElement, signal: AbortSignal, onEnded: () => void): Promise<void> {
  if (!navigator.mediaDevices) throw new DOMException('no secure page', 'NotFoundError');
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1_280 } },
    audio: false,
  });
  const end = () => {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  if (signal.aborted) return end();
  // Another program took it, or it was unplugged: the picture stands still then.
  for (const track of stream.getTracks()) track.addEventListener('ended', onEnded, { signal });
  signal.addEventListener('abort', end, { once: true });
  video.srcObject = stream;
  await video.play();
}

async function watch(
  video: HTMLVideoElement,
  read: QrReader,
  signal: AbortSignal,
  onCode: (code: string) => boolean,
) {
  const codes = new SeenCodes();
  while (!signal.aborted) {
    const code = await read(video).catch(() => null);
    if (code !== null && !signal.aborted) codes.see(code, performance.now(), onCode);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
