// Asks for the event while the page's code is still on its way: one round trip less on a slow line. `join-page.tsx` takes the answer.
(() => {
  const [, first, code] = location.pathname.split('/');
  if (first !== 'j' || !code) return;
  window.earlyJoinPage = fetch('/api/v1/join/' + code, { headers: { accept: 'application/json' }, cache: 'no-store' }).then((answer) => (answer.ok ? answer.json() : undefined)).catch(() => undefined);
})();
