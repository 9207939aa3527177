export default async function globalTeardown() {
  await Promise.all((globalThis.keptStores ?? []).map((store) => store.close()));
  globalThis.keptStores = undefined;
}
