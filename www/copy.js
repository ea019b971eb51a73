/** Copies the text of a field; where the browser does not allow that, selects it. Says which. */
export async function copy(field, said) {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value); // not there on plain http
    said.textContent = 'Gekopieerd.';
  } catch {
    said.textContent = 'Geselecteerd. Druk op Ctrl+C (of ⌘C) om te kopiëren.';
  }
}
