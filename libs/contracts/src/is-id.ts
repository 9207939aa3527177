const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Has a text the form of our ids? What has not is nobody's, and must not be asked of the store, which would not take it. */
export const isId = (text: string): boolean => UUID.test(text);
