package io.playcaller.contracts.fact;

/**
 * An account whose facts could not be folded may try again: what waited for it is folded here, in order, before anything
 * that comes later. Written by health-service when operations ask for it; nothing happens to an account that is not in
 * quarantine.
 *
 * @param staffId who asked
 */
public record QuarantineReleased(String accountId, String staffId) {}
