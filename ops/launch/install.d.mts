export function ensureInstalled(root: string): Promise<void>;
export function runtimeOf(root: string): Promise<string>;
export function holdsWhatTheLockNames(root: string): boolean;
