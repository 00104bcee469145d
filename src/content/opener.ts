/**
 * The window from which this tab was opened, while the first document of the tab is in it; null for any
 * other. A window of another origin cannot be looked into, which throws.
 */
export function openerOfNewTab(): Window | null {
  if (window !== window.top || history.length > 1) return null;
  const [navigation] = performance.getEntriesByType('navigation');
  const isFirst =
    !(navigation instanceof PerformanceNavigationTiming) || navigation.type === 'navigate';
  const { opener }: { opener: unknown } = window;
  return isFirst && isWindow(opener) ? opener : null;
}

/** How many windows may have made each other: a page can let this go round in circles. */
const MOST_MAKERS = 20;

/**
 * The window whose response a window's document comes from: one without an address of its own has that of
 * its maker, the window around it or the one that opened it. A window of another origin cannot be looked into, which throws.
 */
export function respondedWindow(scope: Window): Window {
  let responded = scope;
  for (let makers = 0; makers < MOST_MAKERS; makers++) {
    if (responded.location.protocol.startsWith('http')) break;
    const maker: unknown = responded === responded.parent ? responded.opener : responded.parent;
    if (!isWindow(maker)) break;
    responded = maker;
  }
  return responded;
}

const isWindow = (value: unknown): value is Window =>
  typeof value === 'object' && value !== null && 'window' in value;

/** The native getter, of this realm: that of the page may be one that hides our header. */
const serverTiming = Reflect.getOwnPropertyDescriptor(
  PerformanceResourceTiming.prototype,
  'serverTiming',
)?.get;

/** What the response of a window's document said under a metric of its Server-Timing header, in its order; throws for another origin's. */
export function timingsOf(scope: Window, metric: string): readonly string[] {
  const [navigation] = scope.performance.getEntriesByType('navigation');
  if (!navigation || !serverTiming) return [];
  const timings: readonly PerformanceServerTiming[] = Reflect.apply(serverTiming, navigation, []);
  return timings.filter(({ name }) => name === metric).map(({ description }) => description);
}
