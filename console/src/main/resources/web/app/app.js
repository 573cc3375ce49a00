// One page in views, which views.js names. Lists are read once and again after live events, never faster than
// every two seconds, so that a burst of events costs one question; what is not in view is not read.
import "./live.js";
import "./views.js";
