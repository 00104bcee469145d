import { useEffect, useReducer } from 'preact/hooks';

/** How often countdowns are drawn, in ms. */
const TICK = 250;

/** Draws the component again and again while something in it changes with time. */
export function useTicking(ticking: boolean): void {
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(drawAgain, TICK);
    return () => clearInterval(timer);
  }, [ticking]);
}
