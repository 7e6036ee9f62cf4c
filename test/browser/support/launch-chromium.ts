import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const usual = '/usr/bin/chromium';

/** Starts the Chromium of the system, or of CHROMIUM_PATH. Without one the tests fail: not to have looked is no pass. */
export function launchChromium(): Promise<Browser> {
  const path = process.env['CHROMIUM_PATH'] ?? usual;
  if (!existsSync(path))
    throw new Error(`there is no Chromium at ${path}: apt-get install chromium, or set CHROMIUM_PATH`);
  return chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
}
