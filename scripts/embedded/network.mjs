// Tells Playwright to stop listening to the network of a page; knows no test.

/** The part of Playwright's inside that is needed; it has no name for this outside. A later version may have none of it. */
/** @typedef {{ send: (method: 'Network.disable') => Promise<unknown> }} Session */
/** @typedef {{ delegate?: { _mainFrameSession?: { _client?: Session } } }} Inside */
/** @typedef {{ _connection?: { toImpl?: (page: unknown) => Inside | undefined } }} Outside */

/**
 * The workbench talks to its extension host all the time, and each of these messages would be copied to us and taken apart, which no test asks
 * for: a tenth of all the work of the editor suites. Where this has no effect they are slower, and nothing else.
 * @param {import('playwright-core').Page} page whose document has been loaded
 */
export async function ignoreNetwork(page) {
  const outside = /** @type {Outside} */ (/** @type {unknown} */ (page));
  const session = outside._connection?.toImpl?.(page)?.delegate?._mainFrameSession?._client;
  await session?.send('Network.disable').catch(() => undefined);
}
