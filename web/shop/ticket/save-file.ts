/** Has the browser save a file, as if it had been downloaded. */
export function saveFile(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on what it saves from here on; a later turn is soon enough everywhere.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
