import type { Request, Response } from 'express';

export const ORGANISER_COOKIE = 'tsunagu_organiser';
export const participantCookie = (eventId: string): string => `tsunagu_p_${eventId}`;

/** Cookies of a request's or handshake's header. */
export function readCookies(header: string | undefined): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at > 0) cookies[part.slice(0, at).trim()] = part.slice(at + 1).trim();
  }
  return cookies;
}

/** Sets a cookie that scripts cannot read; Secure wherever the page came by https. */
export function setCookie(request: Request, response: Response, name: string, value: string, days: number): void {
  response.cookie(name, value, { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/', maxAge: days * 86_400_000 });
}

export const dropCookie = (response: Response, name: string): void => { response.clearCookie(name, { path: '/' }); };
