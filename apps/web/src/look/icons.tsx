import type { ReactNode } from 'react';

const PATHS = {
  close: <path d="M6 6l12 12M18 6L6 18" />,
  back: <path d="M15 5l-7 7 7 7" />,
  plus: <path d="M12 5v14M5 12h14" />,
  me: <><circle cx="12" cy="8" r="4" /><path d="M4.5 20c1-4 4-6 7.5-6s6.5 2 7.5 6" /></>,
  meet: <><circle cx="8" cy="9" r="3.5" /><circle cx="16.5" cy="9" r="3.5" /><path d="M2 19c.6-3.3 3-5 6-5 1.7 0 3.2.5 4.3 1.5C13.4 14.5 14.9 14 16.5 14c3 0 5 1.7 5.5 5" /></>,
  team: <><circle cx="12" cy="6" r="3" /><circle cx="5.5" cy="16" r="3" /><circle cx="18.5" cy="16" r="3" /><path d="M10.5 8.6L7 13.4M13.5 8.6l3.5 4.8M8.5 16h7" /></>,
  data: <><rect x="5" y="10.5" width="14" height="9.5" rx="2.5" /><path d="M8 10.5V8a4 4 0 018 0v2.5" /></>,
  heart: <path d="M12 20s-7.5-4.6-7.5-10A4.3 4.3 0 0112 7.3 4.3 4.3 0 0119.5 10c0 5.4-7.5 10-7.5 10z" />,
  pin: <path d="M9 4h6l-1 6 3 3v2H7v-2l3-3-1-6zM12 15v5" />,
  lock: <><rect x="6" y="11" width="12" height="9" rx="2" /><path d="M9 11V8a3 3 0 016 0v3" /></>,
  move: <path d="M4 12h15M13 6l6 6-6 6" />,
  grip: <><circle cx="9" cy="6" r="1" /><circle cx="15" cy="6" r="1" /><circle cx="9" cy="12" r="1" /><circle cx="15" cy="12" r="1" /><circle cx="9" cy="18" r="1" /><circle cx="15" cy="18" r="1" /></>,
  undo: <path d="M9 7L4 12l5 5M4 12h10a5 5 0 015 5v1" />,
  redo: <path d="M15 7l5 5-5 5M20 12H10a5 5 0 00-5 5v1" />,
  globe: <><circle cx="12" cy="12" r="9" /><path d="M3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18" /></>,
  check: <path d="M5 12.5l5 5L19.5 7" />,
  dots: <><circle cx="12" cy="5" r="1.3" /><circle cx="12" cy="12" r="1.3" /><circle cx="12" cy="19" r="1.3" /></>,
  spark: <path d="M12 3l2 6.5 6.5 2.5-6.5 2.5-2 6.5-2-6.5L3.5 12 10 9.5z" />,
} as const satisfies Record<string, ReactNode>;

/** A line drawing beside words; it says nothing by itself. */
export function Icon({ of, size = 22 }: { of: keyof typeof PATHS; size?: number }) {
  return (
    <svg className="icon" style={{ width: `${size / 16}rem`, height: `${size / 16}rem` }} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      {PATHS[of]}
    </svg>
  );
}

/** The product's mark: two rings that hold each other. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size * 1.5} height={size} viewBox="0 0 48 32" fill="none" strokeWidth="4.5" strokeLinecap="round" aria-hidden="true">
      <circle className="ring-left" cx="17" cy="16" r="11" stroke="var(--indigo)" />
      <circle className="ring-right" cx="31" cy="16" r="11" stroke="var(--thread)" />
      <path className="ring-left" d="M24.5 8A11 11 0 0128 16" stroke="var(--indigo)" />
    </svg>
  );
}
