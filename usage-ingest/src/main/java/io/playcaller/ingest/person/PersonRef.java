package io.playcaller.ingest.person;

import org.jspecify.annotations.Nullable;

/**
 * What the path of an event needs of a person.
 *
 * @param accountId the stored edge from the person to an account; null while there is none
 */
public record PersonRef(String personId, @Nullable String accountId) {}
