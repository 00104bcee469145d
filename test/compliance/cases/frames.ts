/* Frames for cases: each is gone when its case has ended. */

/** A window of another realm. Every window has these, though the types of a Window do not say so. */
export type Realm = Window & typeof globalThis;

function isRealm(scope: Window | null): scope is Realm {
  return scope !== null && 'Date' in scope;
}

export function realmOf(frame: HTMLIFrameElement): Realm {
  const scope = frame.contentWindow;
  if (!isRealm(scope)) throw new Error('The frame has no window.');
  return scope;
}

/** Calls with the window of a new about:blank frame, read at once. */
export async function inFrame<T>(
  use: (frame: Realm, element: HTMLIFrameElement) => T,
): Promise<Awaited<T>> {
  const element = document.body.appendChild(document.createElement('iframe'));
  try {
    return await use(realmOf(element), element);
  } finally {
    element.remove();
  }
}

/** Calls with the window of a new frame once it has loaded what `address` sets. */
export async function inLoadedFrame<T>(
  address: (element: HTMLIFrameElement) => void,
  use: (frame: Realm, element: HTMLIFrameElement) => T,
): Promise<Awaited<T>> {
  const element = document.createElement('iframe');
  address(element);
  const loaded = new Promise((resolve) => {
    element.addEventListener('load', resolve, { once: true });
  });
  document.body.append(element);
  try {
    await loaded;
    return await use(realmOf(element), element);
  } finally {
    element.remove();
  }
}
