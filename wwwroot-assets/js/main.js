// Everything small and quiet, in one request chain the browser may cache for good.
import './theme.js';
import './reconnect.js';
import './clocks.js';
import './keys.js';
import './drafts.js';
import './dialogs.js';
import './listbox.js';
import './announce.js';
import './focus.js';
import './palette.js';
import './live.js';
import './alerts.js';
import './language.js';
