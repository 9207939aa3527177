import { useId, type InputHTMLAttributes, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from './translation.js';

export interface FieldParts { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

/** Says beside a label that nothing need be given; for who hears it, apart from the label. */
export function Optional() {
  const { t } = useTranslation('look');
  return <>{' '}<span className="optional">{t('optional')}</span></>;
}

/** A control with its label, help and what is wrong with it. `children` gets the attributes that tie them together. */
export function Field({ label, help, wrong, optional = false, children }: { label: ReactNode; help?: ReactNode; wrong?: string; optional?: boolean; children: (parts: FieldParts) => ReactNode }) {
  const id = useId();
  const described = [help ? `${id}-help` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{label}{optional && <Optional />}</label>
      {help && <p className="field-help" id={`${id}-help`}>{help}</p>}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': wrong ? true : undefined })}
      {wrong && <p className="field-wrong" role="alert" id={`${id}-wrong`}>{wrong}</p>}
    </div>
  );
}

/** Was this key pressed to choose a conversion? Safari reports the confirming Enter after composition, with code 229. */
export const isComposing = (event: KeyboardEvent): boolean => event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;

/** Keeps Enter from sending the form: always, or (`'composing'`) only while an input method composes. */
export const holdEnter = (when: 'always' | 'composing') => (event: KeyboardEvent): void => {
  if (event.key === 'Enter' && (when === 'always' || isComposing(event))) event.preventDefault();
};

/** A line of text. */
export function TextField({ label, help, wrong, optional, value, onText, ...rest }: { label: ReactNode; help?: ReactNode; wrong?: string; optional?: boolean; value: string; onText: (text: string) => void } & Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'>) {
  return (
    <Field label={label} help={help} wrong={wrong} optional={optional}>
      {(parts) => <input className="input" type="text" onKeyDown={holdEnter('composing')} {...rest} {...parts} value={value} onChange={(event) => onText(event.target.value)} />}
    </Field>
  );
}

/** One of a few, as large buttons of which one is pressed. `null` among the options lets nothing be chosen. */
export function Choices<T extends string>({ label, options, value, onChoose, optional = false }: { label: string; options: readonly { value: T; label: string }[]; value: T | null; onChoose: (value: T | null) => void; optional?: boolean }) {
  const name = useId();
  return (
    <fieldset className="field">
      <legend className="field-label">{label}{optional && <Optional />}</legend>
      <div className="choices">
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input
              type="radio" name={name} value={option.value} checked={value === option.value} onChange={() => onChoose(option.value)}
              onClick={() => { if (optional && value === option.value) onChoose(null); }}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A box to tick, with its sentence. */
export function Tick({ checked, onTick, children, wrong }: { checked: boolean; onTick: (checked: boolean) => void; children: ReactNode; wrong?: string }) {
  const id = useId();
  return (
    <div>
      <label className="tick">
        <input type="checkbox" checked={checked} onChange={(event) => onTick(event.target.checked)} aria-invalid={wrong ? true : undefined} aria-describedby={wrong ? `${id}-wrong` : undefined} />
        <span>{children}</span>
      </label>
      {wrong && <p className="field-wrong" role="alert" id={`${id}-wrong`}>{wrong}</p>}
    </div>
  );
}
