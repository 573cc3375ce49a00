package io.playcaller.ingest.person;

import java.time.Instant;

/**
 * Who says something of a person, and when it was accepted.
 *
 * @param source whose key it was
 */
public record Word(EdgeBy by, String source, Instant at) {

    Edge edgeTo(String accountId) {
        return new Edge(accountId, by, source, at);
    }
}
