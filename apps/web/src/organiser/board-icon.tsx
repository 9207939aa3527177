import type { ReactNode } from 'react';
import { Drawing } from '../look/icons.js';

const PATHS = {
  pin: <path d="M9 4h6l-1 6 3 3v2H7v-2l3-3-1-6zM12 15v5" />,
  lock: <><rect x="6" y="11" width="12" height="9" rx="2" /><path d="M9 11V8a3 3 0 016 0v3" /></>,
  grip: <><circle cx="9" cy="6" r="1" /><circle cx="15" cy="6" r="1" /><circle cx="9" cy="12" r="1" /><circle cx="15" cy="12" r="1" /><circle cx="9" cy="18" r="1" /><circle cx="15" cy="18" r="1" /></>,
  undo: <path d="M9 7L4 12l5 5M4 12h10a5 5 0 015 5v1" />,
  redo: <path d="M15 7l5 5-5 5M20 12H10a5 5 0 00-5 5v1" />,
  dots: <><circle cx="12" cy="5" r="1.3" /><circle cx="12" cy="12" r="1.3" /><circle cx="12" cy="19" r="1.3" /></>,
} as const satisfies Record<string, ReactNode>;

/** The console's own icons, which no phone has to load. */
export const BoardIcon = ({ of, size }: { of: keyof typeof PATHS; size?: number }) => <Drawing size={size}>{PATHS[of]}</Drawing>;
