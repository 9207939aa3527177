import qrcode from 'qrcode';

const LABELS = {
  consolePath: "主催者の画面 / organiser's console",
  joinPath: '参加ページ / join page',
  wallPath: '投影用の画面 / projector',
  apiPath: 'API',
};

/** Prints the addresses, one a line, and the join page as a QR code for the phones in the room. */
export async function printAddresses(origin, paths, say) {
  say('');
  for (const [key, label] of Object.entries(LABELS)) if (paths[key]) say(`${origin}${paths[key]}  ${label}`);
  if (paths.consolePath !== '/console') say('主催者の画面のリンクは一度だけログインに使えます。 / The organiser\'s link signs in once.');
  if (paths.joinPath) say(`\n${await qrcode.toString(`${origin}${paths.joinPath}`, { type: 'utf8' })}`);
  if (origin.startsWith('http://')) say('http のため、通信は暗号化されません。https にするには TLS_CERT と TLS_KEY、またはプロキシと PUBLIC_URL を設定します。\nOver http nothing is encrypted on the local network; for https set TLS_CERT and TLS_KEY, or put a proxy in front and set PUBLIC_URL.');
}
