import { bundleForPage } from './bundleForPage.ts';

/**
 * What the bundler puts in the place of `WORKER_CLOCK`: the clock of workers, as the text of a function. It
 * has to be one line, so that the lines of a site's script behind it keep their numbers.
 */
export async function workerClock(): Promise<{ readonly WORKER_CLOCK: string }> {
  const code = await bundleForPage('src/content/page/worker/worker.iife.ts', { minify: true });
  const line = code.trim();
  if (line.includes('\n'))
    throw new Error(
      'The clock of workers is more than one line, so it would move those of the site.',
    );
  return { WORKER_CLOCK: JSON.stringify(`()=>{${line}}`) };
}
