import type { Browser, Page } from 'playwright-core';

export interface Window {
  readonly page: Page;
  /** Bytes over the network of the requests so far of which address and body are so. */
  traffic(pattern: RegExp): number;
  close(): Promise<void>;
}

/** A window without a cache that counts bytes. */
export async function freshWindow(by: Browser): Promise<Window> {
  const context = await by.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  // For what hangs, not for what is slow.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const asked = new Map<string, string>();
  const sizes = new Map<string, number>();
  network.on('Network.requestWillBeSent', ({ requestId, request }) =>
    asked.set(requestId, `${request.url} ${request.postData ?? ''}`),
  );
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.set(requestId, encodedDataLength),
  );
  return {
    page,
    traffic: (pattern) =>
      [...sizes].reduce((sum, [id, bytes]) => (pattern.test(asked.get(id) ?? '') ? sum + bytes : sum), 0),
    close: () => context.close(),
  };
}
