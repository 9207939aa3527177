/** Injection token: the address that phones open, without a slash at its end. */
export const PAGE_ORIGIN = 'page origin';
