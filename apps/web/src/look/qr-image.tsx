/** A QR that the service drew. As an image it can run nothing, whatever the SVG holds. */
export function QrImage({ svg, label }: { svg: string; label: string }) {
  return <img className="qr" alt={label} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} width={320} height={320} />;
}
