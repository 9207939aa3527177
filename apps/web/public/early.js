// Asks for the event while the page's code is still on its way: one round trip less on a slow line. `join-page.tsx` takes the answer, or asks again where none has come in time.
(() => {
  const [, first, code] = location.pathname.split('/');
  if (first !== 'j' || !code) return;
  window.earlyJoinPage = fetch('/api/v1/join/' + code, { headers: { accept: 'application/json' }, cache: 'no-store', signal: AbortSignal.timeout(4_000) }).then((answer) => (answer.ok ? answer.json() : undefined)).catch(() => undefined);
})();
