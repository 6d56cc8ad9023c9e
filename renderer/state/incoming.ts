/** What a drop or a paste brings, as a new report takes it: files first, else the piece of a page, else text. */
import type { Incoming } from './navigation';

export function incomingFrom(data: DataTransfer): Incoming[] {
  const files = [...data.files];
  if (files.length > 0) return files.map((file) => ({ type: 'file', file }));
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  if (!html.trim() && !text.trim()) return [];
  return [{ type: 'pasted', pasted: { ...(html.trim() ? { html } : {}), ...(text.trim() ? { text } : {}) } }];
}
