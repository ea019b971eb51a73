import assert from 'node:assert/strict';

/** Whether what was printed is what a page says; `…` stands for anything, and spaces for as many as you like. */
export function says(said, printed) {
  const squeeze = (text) => text.replace(/\s+/g, '');
  const pattern = squeeze(said).split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('[^]*');
  assert.match(squeeze(printed), new RegExp(`^${pattern}$`), `the page says: ${said}`);
}

/** The same of a value, which the page writes as JSON. */
export const gives = (said, value) => says(said, JSON.stringify(value));
