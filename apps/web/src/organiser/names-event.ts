/** Whether what somebody has typed is the event's name, in whichever width its letters and blanks are. */
export const namesEvent = (typed: string, title: string): boolean => inOneWidth(typed) === inOneWidth(title);

const inOneWidth = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/gu, ' ');
