package io.playcaller.contracts.register;

import java.util.List;

/**
 * What an account lends its name to; all of it.
 *
 * @param version rises with every change
 */
public record ReferencesRecord(String accountId, long version, List<Reference> references) {

    /** The same as another version. */
    public ReferencesRecord withVersion(long newVersion) {
        return new ReferencesRecord(accountId, newVersion, references);
    }
}
