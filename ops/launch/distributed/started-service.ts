/** A service in this process. */
export interface StartedService {
  readonly name: string;
  /** http://localhost:4103/graphql */
  readonly url: string;
  /** Finishes what is in flight and closes everything. */
  stop(): Promise<void>;
}
