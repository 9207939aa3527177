type Step = (name: string, body: () => Promise<unknown> | void, timeout?: number) => void;

/** Tests that build on each other, as a visit does: after one has failed the others fail at once, instead of waiting in vain. */
export function steps(): Step {
  let failed: string | undefined;
  return (name, body, timeout) => it(name, async () => {
    if (failed) throw new Error(`not tried: "${failed}" has failed`);
    failed = name;
    await body();
    failed = undefined;
  }, timeout);
}
