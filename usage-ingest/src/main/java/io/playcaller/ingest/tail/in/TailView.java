package io.playcaller.ingest.tail.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.playcaller.contracts.Envelope;
import io.playcaller.ingest.tail.TailLine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line as it is streamed; what does not belong to its kind is absent.
 *
 * @param kind {@code listening}, {@code accepted}, {@code refused} or {@code dropped}
 * @param at when it came in
 * @param id of the event; of what was refused that of its dead letter
 * @param time when it happened
 * @param fact as it stands in the log
 * @param lines how many were left out here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TailView(
        String kind,
        @Nullable Instant at,
        @Nullable String source,
        @Nullable String id,
        @Nullable String type,
        @Nullable String account,
        @Nullable Instant time,
        @Nullable String origin,
        @JsonRawValue @Nullable String fact,
        @Nullable String reason,
        @Nullable String field,
        @Nullable String expected,
        @Nullable Long lines) {

    static TailView of(TailLine line) {
        if (line instanceof TailLine.Accepted accepted) {
            return accepted(accepted);
        }
        if (line instanceof TailLine.Refused refused) {
            return refused(refused);
        }
        return line instanceof TailLine.Dropped dropped ? bare("dropped", dropped.lines()) : bare("listening", null);
    }

    private static TailView accepted(TailLine.Accepted line) {
        Envelope envelope = line.envelope();
        return new TailView(
                "accepted",
                envelope.receivedAt(),
                envelope.source(),
                envelope.id(),
                line.type(),
                envelope.accountId(),
                envelope.time(),
                envelope.origin().wire(),
                line.fact(),
                null,
                null,
                null,
                null);
    }

    private static TailView refused(TailLine.Refused line) {
        return new TailView(
                "refused",
                line.at(),
                line.from(),
                line.letterId(),
                null,
                null,
                null,
                null,
                null,
                line.reason(),
                line.field(),
                line.expected(),
                null);
    }

    private static TailView bare(String kind, @Nullable Long lines) {
        return new TailView(kind, null, null, null, null, null, null, null, null, null, null, null, lines);
    }
}
