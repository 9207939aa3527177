const PROBE = 'tsunagu-probe=1';

/** Does this browser take cookies? One that takes none is not known again after it has joined. */
export function takesCookies(): boolean {
  try {
    document.cookie = `${PROBE}; path=/; SameSite=Lax`;
    const taken = document.cookie.includes(PROBE);
    document.cookie = `${PROBE}; path=/; SameSite=Lax; Max-Age=0`;
    return taken;
  } catch {
    return false;
  }
}
