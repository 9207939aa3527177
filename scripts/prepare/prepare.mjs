import { buildWhatIsStale } from './build-what-is-stale.mjs';
import { installPackages } from './install-packages.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

/** npm packages installed and everything built; resolves to what was built. Costs some hashing where all is done already. */
export const prepare = ({ say, all, only }) => oneAtATime(async () => {
  await installPackages({ say });
  return buildWhatIsStale({ say, all, only });
}, { say });
