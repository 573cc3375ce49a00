package io.playcaller.forecast.engine.lift;

import io.playcaller.contracts.reason.Reason;

/** The lift of one play on accounts whose run of it began with one reason. */
public record ReasonLift(Reason reason, PlayLift lift) {}
