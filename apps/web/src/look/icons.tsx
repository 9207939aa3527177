import type { ReactNode } from 'react';

const PATHS = {
  close: <path d="M6 6l12 12M18 6L6 18" />,
  plus: <path d="M12 5v14M5 12h14" />,
  me: <><circle cx="12" cy="8" r="4" /><path d="M4.5 20c1-4 4-6 7.5-6s6.5 2 7.5 6" /></>,
  meet: <><circle cx="8" cy="9" r="3.5" /><circle cx="16.5" cy="9" r="3.5" /><path d="M2 19c.6-3.3 3-5 6-5 1.7 0 3.2.5 4.3 1.5C13.4 14.5 14.9 14 16.5 14c3 0 5 1.7 5.5 5" /></>,
  team: <><circle cx="12" cy="6" r="3" /><circle cx="5.5" cy="16" r="3" /><circle cx="18.5" cy="16" r="3" /><path d="M10.5 8.6L7 13.4M13.5 8.6l3.5 4.8M8.5 16h7" /></>,
  data: <><rect x="5" y="10.5" width="14" height="9.5" rx="2.5" /><path d="M8 10.5V8a4 4 0 018 0v2.5" /></>,
  heart: <path d="M12 20s-7.5-4.6-7.5-10A4.3 4.3 0 0112 7.3 4.3 4.3 0 0119.5 10c0 5.4-7.5 10-7.5 10z" />,
  globe: <><circle cx="12" cy="12" r="9" /><path d="M3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18" /></>,
  check: <path d="M5 12.5l5 5L19.5 7" />,
} as const satisfies Record<string, ReactNode>;

/** A line drawing beside words; it says nothing by itself. */
export const Icon = ({ of, size }: { of: keyof typeof PATHS; size?: number }) => <Drawing size={size}>{PATHS[of]}</Drawing>;

/** The sheet that every icon is drawn on. */
export function Drawing({ size = 22, children }: { size?: number; children: ReactNode }) {
  return (
    <svg className="icon" style={{ width: `${size / 16}rem`, height: `${size / 16}rem` }} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      {children}
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
