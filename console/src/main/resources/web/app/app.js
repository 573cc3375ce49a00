// One page: retention ahead, open tasks, accounts. Lists are read once and again after live events, never faster than
// every two seconds, so that a burst of events costs one question.
import "./live.js";
import "./retention.js";
import "./tasks.js";
import "./accounts.js";
