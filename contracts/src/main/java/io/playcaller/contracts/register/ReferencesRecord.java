package io.playcaller.contracts.register;

import java.util.List;

/**
 * What an account lends its name to; all of it.
 *
 * @param version rises with every change
 */
public record ReferencesRecord(String accountId, long version, List<Reference> references) {}
