import { Component, type ReactNode } from 'react';
import { FaultState } from '../ui/fault-state.tsx';

/** A page that throws takes itself down, not the app: what was chosen and held stays. */
export class PageBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidMount(): void {
    addEventListener('popstate', this.#again);
  }

  override componentWillUnmount(): void {
    removeEventListener('popstate', this.#again);
  }

  override render(): ReactNode {
    return this.state.failed ? <FaultState isPage onRetry={this.#again} /> : this.props.children;
  }

  readonly #again = () => this.setState({ failed: false });
}
