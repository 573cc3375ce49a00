package io.playcaller.forecast.engine.process;

/**
 * When the clocks of a renewal raise signals. All in days.
 *
 * @param dueBefore the renewal is due so long before it is decided
 * @param dueAfter and so long after its term has ended; what is open for longer is forgotten, not late
 * @param noticeBefore the notice deadline of a contract that renews by itself is near
 * @param planWithin a renewal at risk has so long to get a plan and an owner
 * @param planHolds a plan that was written counts for so long
 */
public record SignalRule(int dueBefore, int dueAfter, int noticeBefore, int planWithin, int planHolds) {}
