import { endsWithLandingPage, type ReferrerOverride } from './referrer.ts';

/** The page at which the visitor arrived: redirects may have led elsewhere than was asked for. */
export interface Landing {
  /** Its address without fragment. */
  readonly address: string;
  /** Whether the tab shows it now, so that a reload is one of it. */
  readonly isShown: boolean;
}

/** How a document was come to: https://w3c.github.io/navigation-timing/#sec-performance-navigation-types */
export const navigations = ['navigate', 'reload', 'back_forward', 'prerender'] as const;
export type Navigation = (typeof navigations)[number];

/** A document of a tab's top frame. */
export interface Arrival {
  readonly address: string;
  readonly navigation: Navigation;
}

const withoutFragment = (address: string): string => address.replace(/#.*$/s, '');

/** A link to the landing page comes from the page with the link; only going back and reloading repeat the arrival. */
const returnsTo = (landing: Landing, { address, navigation }: Arrival): boolean =>
  withoutFragment(address) === landing.address && navigation !== 'navigate';

/** Where the visitor landed, now that a document has arrived: the first one is the landing page. */
export const landingAfter = (landing: Landing | undefined, arrival: Arrival): Landing =>
  landing
    ? { ...landing, isShown: returnsTo(landing, arrival) }
    : { address: withoutFragment(arrival.address), isShown: true };

/**
 * Whether a document is one that has the overridden referrer. `realReferrer` is its own; before anybody
 * knows where the visitor lands, a document that was come to from its own site is a later one.
 */
export function hasReferrer(
  override: ReferrerOverride,
  landing: Landing | undefined,
  arrival: Arrival,
  realReferrer: string,
): boolean {
  if (!endsWithLandingPage(override)) return true;
  if (landing) return returnsTo(landing, arrival);
  if (arrival.navigation !== 'navigate') return true;
  const { origin } = new URL(arrival.address);
  return realReferrer !== origin && !realReferrer.startsWith(`${origin}/`);
}
