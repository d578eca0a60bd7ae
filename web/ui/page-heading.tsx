import { type ReactNode, useEffect, useRef } from 'react';

export interface PageHeadingProps {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The one h1 of a page, which names the window as well; the shell moves the focus to it when the address changes. */
export function PageHeading({ className, children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const text = heading.current?.textContent ?? '';
    document.title = text === '' ? 'Parterre' : `${text} · Parterre`;
  });
  return (
    <h1 ref={heading} className={className} tabIndex={-1} data-page-title="">
      {children}
    </h1>
  );
}
