import { undoAll } from '../../patches.ts';
import type { Override } from '../override.ts';
import { overrideGeolocation } from './geolocation.ts';
import { overrideRequests } from './requests.ts';

/** The visitor's country, by position and by the services that sites ask for it. */
export const country: Override = ({ visitor }) => {
  if (!visitor.country) return null;
  const requests = overrideRequests(visitor.country);
  // Browsers offer geolocation to secure pages only.
  return 'geolocation' in navigator
    ? undoAll([requests, overrideGeolocation(visitor.country)])
    : requests;
};
