package io.playcaller.ingest.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is of an account.
 *
 * @param source who said it; of a domain the domain
 * @param since when it was accepted, in business time: what was accepted before went where it went
 */
public record Edge(String accountId, EdgeBy by, String source, Instant since) {

    /**
     * An edge with its end.
     *
     * @param endedAt null while it is so
     * @param endedBy who said something else
     */
    public record Dated(
            Edge edge, @Nullable Instant endedAt, @Nullable String endedBy) {}
}
