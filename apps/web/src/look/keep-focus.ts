/** What Tab stops at. */
const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
const isStop = (element: HTMLElement): boolean => element.matches(STOPS) && !element.matches(':disabled') && element.checkVisibility();
/** Lines of a list or a table: what was pressed on one is pressed on the next. */
const LINES = 'li, tr';

const stopsIn = (element: Element): HTMLElement[] => [...element.querySelectorAll<HTMLElement>(STOPS)].filter(isStop);

/** `nth`: which stop of its line it is. */
interface Place { element: HTMLElement; path: { parent: Element; index: number }[]; nth: number }

function placeOf(element: HTMLElement, root: Element): Place {
  const path: Place['path'] = [];
  for (let one: Element = element; one !== root && one.parentElement; one = one.parentElement) path.push({ parent: one.parentElement, index: [...one.parentElement.children].indexOf(one) });
  return { element, path, nth: stopsIn(element.closest(LINES) ?? element).indexOf(element) };
}

function focus(element: HTMLElement): void {
  if (!element.matches(STOPS)) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus();
}

/** Leads to the page itself: what a dialog over it was about is there. */
export function focusPage(): void {
  // after the dialog has given the focus back
  requestAnimationFrame(() => {
    const heading = document.querySelector<HTMLElement>('main h1');
    if (heading) focus(heading);
  });
}

/** Beside what has been switched off: the next stop in the same row, or the one before it. */
function beside({ element, path }: Place): HTMLElement | undefined {
  const stops = stopsIn(path[0]!.parent);
  return stops.find((one) => element.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) ?? stops.at(-1);
}

/** A place to read on from: seen, and no region that speaks for itself. */
const isPlace = (element: HTMLElement): boolean => element.checkVisibility() && element.offsetHeight > 0 && !element.matches('[role="status"], #page');

/** The heading of what has just come. */
function headingOf(came: readonly Element[]): HTMLElement | undefined {
  const headings = came.flatMap((one) => [...(one.matches('h1, h2') ? [one] : []), ...one.querySelectorAll('h1, h2')]) as HTMLElement[];
  const shown = headings.filter(isPlace);
  return shown.find((one) => one.matches('h1')) ?? shown[0];
}

/** What stands now where the lost element stood: the next line of its list, else what has come in the meantime, or the part of the page that took its place. */
function successor({ path, nth }: Place, came: readonly Element[]): HTMLElement | undefined {
  const kept = path.find(({ parent }) => parent.isConnected && parent.checkVisibility());
  if (!kept) return undefined;
  const { parent, index } = kept;
  const next = (parent.children[index] ?? parent.lastElementChild ?? parent) as HTMLElement;
  if (isStop(next)) return next;
  const stops = next.matches(LINES) ? stopsIn(next) : [];
  const stop = stops[nth] ?? stops.at(-1);
  return stop ?? headingOf(came) ?? [next, parent as HTMLElement].find(isPlace) ?? document.querySelector<HTMLElement>('main h1') ?? document.querySelector('main') ?? undefined;
}

/**
 * Whoever works with the keyboard stays where they are: where a control is gone or switched off by what it did (the line it
 * removed, the draft that took the form's place), the focus goes on to what stands there now, instead of to the top of the page. Where that
 * is no control, it goes to the heading that tells what happened.
 */
export function keepFocus(root: HTMLElement): void {
  let last: Place | undefined;
  let frame = 0;
  let came: Element[] = [];
  root.addEventListener('focusin', ({ target }) => { last = placeOf(target as HTMLElement, root); });
  // who presses beside all controls has left them; a press on one focuses it right after
  document.addEventListener('pointerdown', () => { last = undefined; }, { capture: true });
  const look = (): void => {
    frame = 0;
    const fresh = came.filter((one) => one.isConnected);
    came = [];
    if (!last || (document.activeElement !== document.body && document.activeElement !== last.element)) return;
    const to = !last.element.isConnected ? successor(last, fresh) : last.element.matches(':disabled') ? beside(last) ?? successor({ ...last, path: last.path.slice(1) }, fresh) : undefined;
    if (to) focus(to);
  };
  // after React has done its own part, which may have set the focus
  const changed = (records: MutationRecord[]): void => {
    came.push(...records.flatMap(({ addedNodes }) => [...addedNodes].filter((one) => one instanceof Element)));
    // a page that is not shown has no frames, and would gather all that comes
    if (document.hidden) look();
    else frame ||= requestAnimationFrame(look);
  };
  new MutationObserver(changed).observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] });
}
