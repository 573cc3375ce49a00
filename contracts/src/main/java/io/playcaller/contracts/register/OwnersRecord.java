package io.playcaller.contracts.register;

import java.util.List;

/**
 * All owners of an account.
 */
public record OwnersRecord(String accountId, long version, List<Owner> owners) {}
