import { Component, type ReactNode } from 'react';
import { useTranslation } from './translation.js';

function Crashed() {
  const { t } = useTranslation('look');
  return <main className="wait"><p>{t('failed')}</p></main>;
}

/** A fault while drawing leaves a sentence, not a white page. */
export class CrashGuard extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };
  static getDerivedStateFromError = (): { crashed: boolean } => ({ crashed: true });
  override render(): ReactNode {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}
