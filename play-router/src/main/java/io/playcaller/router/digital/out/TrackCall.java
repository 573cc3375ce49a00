package io.playcaller.router.digital.out;

import io.playcaller.router.digital.Outgoing;
import io.playcaller.router.digital.Parcel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call as Segment's {@code track} has it.
 *
 * @param messageId the same each time that it is made: the tool takes it once
 * @param userId the random id of the person
 */
record TrackCall(
        String type,
        UUID messageId,
        String userId,
        String event,
        Properties properties,
        Context context,
        Instant timestamp) {

    /** What to write; {@code unsubscribe} belongs into the message. */
    record Properties(
            String template,
            String play,
            String step,
            UUID playRunId,
            String subject,
            String text,
            String unsubscribe) {}

    /** @param groupId id of the account */
    record Context(String groupId, Traits traits) {}

    record Traits(String email, @Nullable String name) {}

    static TrackCall of(Parcel parcel, Instant at) {
        Outgoing message = parcel.message();
        return new TrackCall(
                "track",
                message.messageId(),
                message.personId(),
                "Message Due",
                new Properties(
                        message.message().template().key(),
                        message.play(),
                        message.step(),
                        message.playRunId(),
                        parcel.text().subject(),
                        parcel.text().text().strip(),
                        parcel.wayOut()),
                new Context(message.accountId(), new Traits(parcel.email(), parcel.name())),
                at);
    }
}
