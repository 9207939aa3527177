/** Runs what it is given, one at a time: what is asked for while it runs is left out. @param tell hears when it begins and when it has ended */
export function once<Given extends unknown[]>(run: (...given: Given) => Promise<unknown>, tell: (running: boolean) => void): (...given: Given) => Promise<void> {
  let running = false;
  return async (...given) => {
    if (running) return;
    running = true;
    tell(true);
    try {
      await run(...given);
    } finally {
      running = false;
      tell(false);
    }
  };
}
