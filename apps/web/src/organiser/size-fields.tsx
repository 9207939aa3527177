import { useId } from 'react';
import { useTranslation } from '../look/translation.js';
import { numberIn, textOf } from './typed-number.js';

interface Size { min: number; max: number }

/** Smallest and largest team, side by side. */
export function SizeFields({ label, value, onChange, wrong, help }: { label: string; value: Size; onChange: (size: Size) => void; wrong?: string; help?: string }) {
  const { t } = useTranslation('board');
  const id = useId();
  const parts = { type: 'number', className: 'input', inputMode: 'numeric', min: 2, max: 50, 'aria-invalid': wrong ? true : undefined, 'aria-describedby': wrong ? id : undefined } as const;
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      {help && <p className="field-help">{help}</p>}
      <div className="row">
        <label className="size"><span className="small">{t('create.min')}</span><input {...parts} value={textOf(value.min)} onChange={(event) => onChange({ ...value, min: numberIn(event.target.value) })} /></label>
        <span aria-hidden="true">{t('create.to')}</span>
        <label className="size"><span className="small">{t('create.max')}</span><input {...parts} value={textOf(value.max)} onChange={(event) => onChange({ ...value, max: numberIn(event.target.value) })} /></label>
      </div>
      {wrong && <p className="field-wrong" role="alert" id={id}>{wrong}</p>}
    </fieldset>
  );
}
