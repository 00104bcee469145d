import { useEffect, useReducer } from 'preact/hooks';

/** How often countdowns are drawn, in ms. */
const TICK = 250;

/** Draws the component again and again, every so many ms, while something in it changes with time. */
export function useTicking(ticking: boolean, every = TICK): void {
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(drawAgain, every);
    return () => clearInterval(timer);
  }, [ticking, every]);
}
