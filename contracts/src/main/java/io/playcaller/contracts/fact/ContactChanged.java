package io.playcaller.contracts.fact;

/**
 * The pseudonymous side of a customer's person: role and whether they are still there. Name and address are on
 * {@code people} only.
 */
public record ContactChanged(String accountId, String personId, ContactRole role, boolean active, long version) {}
