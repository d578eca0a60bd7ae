import { Component, type ReactNode } from 'react';
import { FaultState } from '../ui/fault-state.tsx';
import { isOutdated } from './offline-copy.ts';

interface PageBoundaryProps {
  /** The page's address: another one is another page. */
  readonly path: string;
  /** Whether what fails is the page, whose heading is then the fault's; it is unless said. */
  readonly isPage?: boolean;
  readonly children: ReactNode;
}

/** A page that throws takes itself down, not the app: what was chosen and held stays. */
export class PageBoundary extends Component<PageBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  /** What is chosen and held is kept, so a page of a build that is gone is exchanged without asking. */
  override async componentDidCatch(): Promise<void> {
    if (await isOutdated()) location.reload();
  }

  override componentDidUpdate({ path }: PageBoundaryProps): void {
    if (this.state.failed && path !== this.props.path) this.setState({ failed: false });
  }

  override render(): ReactNode {
    // A page whose script did not come stays failed for React, and that of an earlier build never comes.
    const { isPage = true, children } = this.props;
    return this.state.failed ? <FaultState isPage={isPage} onRetry={() => location.reload()} /> : children;
  }
}
