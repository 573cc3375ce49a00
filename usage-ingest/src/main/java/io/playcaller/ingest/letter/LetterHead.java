package io.playcaller.ingest.letter;

import io.playcaller.contracts.deadletter.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of a letter.
 *
 * @param detail null once a person of it was forgotten
 * @param accountId the account that it names, as far as that can be read
 * @param receivedAt when its content came in, or was read
 * @param writtenAt when it came to its topic; it is kept from then on
 */
public record LetterHead(
        String letterId,
        Place place,
        @Nullable String source,
        String reason,
        @Nullable String detail,
        @Nullable String accountId,
        Instant receivedAt,
        Instant writtenAt,
        LetterState state) {}
