package io.playcaller.contracts.register;

import java.util.List;

/**
 * All owners of an account.
 */
public record OwnersRecord(String accountId, long version, List<Owner> owners) {

    /** The same as another version. */
    public OwnersRecord withVersion(long newVersion) {
        return new OwnersRecord(accountId, newVersion, owners);
    }
}
