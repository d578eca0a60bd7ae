export const app = '';
