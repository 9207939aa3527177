import { say } from '../look/language.js';
import { useTranslation } from '../look/translation.js';
import { usePhone } from './phone.js';
import { useUnsent } from './use-unsent.js';

/** Whether my introduction may be read by the service outside that the event names: for whoever joined before, and for taking it back. */
export function TextLeavesCard() {
  const { t, language } = useTranslation('phone');
  const { state: { event: { textsLeaveTo }, me }, change } = usePhone();
  const letting = useUnsent('letTextLeave');
  const unsent = useUnsent('keepTextHere') || letting;
  if (!textsLeaveTo) return null;
  const { host, line } = textsLeaveTo;
  const agreed = me.textLeavesTo.includes(host);
  return (
    <section className="card stack-tight" aria-labelledby="text-leaves">
      <h2 id="text-leaves">{t('data.leavesTitle')}</h2>
      <p className="field-help">{say(line, language)}</p>
      <p role="status" className={unsent ? 'box' : 'unseen'}>{unsent && t('unsent')}</p>
      <div className="row"><button type="button" className="button" onClick={() => void (agreed ? change('keepTextHere', {}, undefined) : change('letTextLeave', {}, { host, language }))}>{t(agreed ? 'data.leavesEnd' : 'data.leavesAgree')}</button></div>
    </section>
  );
}
