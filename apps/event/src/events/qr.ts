import qrcode from 'qrcode';

/** A QR code as SVG text, without a fixed size. */
export const qrSvg = (text: string): Promise<string> => qrcode.toString(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
