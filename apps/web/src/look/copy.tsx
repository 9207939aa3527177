import { useNotices } from './notices.js';
import { useTranslation } from './translation.js';

/** Puts text on the clipboard. The modern way is missing on plain http, so the old one is the fallback. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.className = 'unseen';
  // Inside an open dialog everything else is inert, so the selection must be made in there.
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  const before = document.activeElement as HTMLElement | null;
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  before?.focus();
  return copied;
}

export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation('look');
  const { notify } = useNotices();
  const copy = async (): Promise<void> => notify({ text: t((await copyText(text)) ? 'copied' : 'copyFailed') });
  return <button type="button" className="button" onClick={() => void copy()}>{label ?? t('copy')}</button>;
}
