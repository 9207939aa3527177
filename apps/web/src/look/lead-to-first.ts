/** Leads to the first field that is wrong, also into a box that is folded away. */
export function leadToFirst(form: HTMLElement | null): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid]');
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
}
