import { Fragment } from 'react';
import { useTranslation } from './translation.js';
import { Written } from './written.js';

/** Names in a row; a line breaks between them, and inside one only where it alone is longer than the line. */
export function Names({ names }: { names: readonly string[] }) {
  const { t } = useTranslation('look');
  return <>{names.map((name, place) => <Fragment key={place}>{place > 0 && <wbr />}<span className="name"><Written text={name} />{place < names.length - 1 && t('comma')}</span></Fragment>)}</>;
}
