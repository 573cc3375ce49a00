package io.playcaller.contracts.fact;

/**
 * How good one of ours believes the account to be.
 *
 * @param pulse 1, about to be lost, to 5, all is well
 * @param staffId who says so
 */
public record PulseGiven(String accountId, int pulse, String staffId) {}
