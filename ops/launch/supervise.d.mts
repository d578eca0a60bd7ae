import type { SpawnOptions } from 'node:child_process';

export const NEEDS_A_PERSON: number;
export const PROGRAM_FLAGS: readonly string[];
export const SERVER_FLAGS: readonly string[];
export const SERVER_ENVIRONMENT: Readonly<Record<string, string>>;

export interface SupervisedProgram {
  readonly command: string;
  readonly args: readonly string[];
  readonly options?: SpawnOptions;
  /** Whether it is started again at all; yes unless said. */
  readonly comesBack?: boolean;
  /** Pauses before each start again, the last for all further ones. */
  readonly pausesMs?: readonly number[];
  readonly goodLifeMs?: number;
  readonly say?: (line: string) => void;
  /** What the program says over the channel. */
  readonly onMessage?: (message: unknown) => void;
  /** What a line about it calls it; "the server" unless given. */
  readonly name?: string;
  /** A file descriptor for what it writes; where this process writes unless given. */
  readonly output?: number;
}

export interface Supervisor {
  /** Of the process that runs now; null between two lives. */
  pid(): number | null;
  /** How often it has died without having been told to. */
  deaths(): number;
  stop(signal: NodeJS.Signals): void;
  /** The exit code to end with. */
  readonly ended: Promise<number>;
}

export function supervise(program: SupervisedProgram): Supervisor;
