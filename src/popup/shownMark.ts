/** The user timing mark of the moment at which the first snapshot is on the screen: https://w3c.github.io/user-timing/ */
export const SHOWN_MARK = 'first snapshot shown';
