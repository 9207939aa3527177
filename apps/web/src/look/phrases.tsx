import { Fragment, useEffect, useState } from 'react';
import { foreign } from './foreign.js';
import { lineStarts } from './line-starts.js';
import { Mixed } from './mixed.js';
import { useTranslation } from './translation.js';

type Split = (text: string) => string[];
let split: Split | undefined;
let loading: Promise<Split> | undefined;

async function loadSplit(): Promise<Split> {
  const [{ Parser }, { model }] = await Promise.all([import('budoux/parser'), import('budoux/ja')]);
  const parser = new Parser(model);
  return (split = (text) => lineStarts(parser.parse(text)));
}

/** A Japanese heading that breaks between phrases, not inside them. BudouX comes after the first paint. */
export function Phrases({ text }: { text: string }) {
  const { language } = useTranslation();
  const [parse, setParse] = useState<Split | undefined>(() => split);
  const japanese = language !== 'en';
  useEffect(() => {
    if (parse || !japanese) return;
    let left = false;
    loading ??= loadSplit();
    loading.then((loaded) => { if (!left) setParse(() => loaded); }, () => { loading = undefined; });
    return () => { left = true; };
  }, [parse, japanese]);
  if (!parse || !japanese) return <Mixed text={text} />;
  return <span className="phrased" lang={foreign(text, language)}>{parse(text).map((phrase, place) => <Fragment key={place}>{place > 0 && <wbr />}{phrase}</Fragment>)}</span>;
}
