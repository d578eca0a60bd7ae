export interface Transaction {
  sql(text: string): Promise<object[]>;
}
export const connections = 0;
