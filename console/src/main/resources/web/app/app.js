// One page: retention ahead, open tasks, what imports found, accounts, reasons. Lists are read once and again after live
// events, never faster than every two seconds, so that a burst of events costs one question.
import "./live.js";
import "./retention.js";
import "./tasks.js";
import "./triage.js";
import "./accounts.js";
import "./reasons.js";
