export const zero = 0n;
