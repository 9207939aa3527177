import { useState } from 'react';

/** What spreadsheets save a list as; Excel's "Unicode text" is a .txt. */
export const TABLE_FILES = '.csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values';

/** Chooses a file. The browser's own control speaks the browser's language; this one speaks the page's. */
export function FileButton({ label, none, accept, onFile }: { label: string; none: string; accept: string; onFile: (file: File | undefined) => void }) {
  const [name, setName] = useState<string>();
  const choose = (input: HTMLInputElement): void => {
    const file = input.files?.[0];
    // Emptied, it tells also when the same file, corrected, is chosen again.
    input.value = '';
    setName(file?.name);
    onFile(file);
  };
  return (
    <div className="row">
      <label className="button file-button">{label}<input className="unseen" type="file" accept={accept} onChange={(event) => choose(event.target)} /></label>
      <span className="small soft"><bdi>{name ?? none}</bdi></span>
    </div>
  );
}
