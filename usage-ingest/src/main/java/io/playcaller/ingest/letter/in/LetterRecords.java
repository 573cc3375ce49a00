package io.playcaller.ingest.letter.in;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.UnreadableEventException;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.letter.LetterHead;
import io.playcaller.ingest.letter.LetterState;
import io.playcaller.ingest.letter.NewLetter;
import io.playcaller.ingest.letter.app.LetterWays;
import io.playcaller.ingest.letter.app.Named;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Records of the topic as letters. One that is no letter is kept as a letter about itself. */
final class LetterRecords {

    private static final String UNREADABLE = "letter.unreadable";

    private final LetterWays ways;
    private final BusinessClock clock;

    LetterRecords(LetterWays ways, BusinessClock clock) {
        this.ways = ways;
        this.clock = clock;
    }

    NewLetter letter(ConsumerRecord<String, byte[]> record) {
        Instant writtenAt = Instant.ofEpochMilli(record.timestamp()).plus(clock.offset());
        DeadLetter letter = read(record, writtenAt);
        Named named = Named.in(letter);
        LetterHead head = new LetterHead(
                letter.letterId(),
                letter.place(),
                storable(letter.source()),
                letter.reason().replace('\0', ' '),
                letter.detail().replace('\0', ' '),
                storable(named.accountId()),
                letter.receivedAt(),
                writtenAt,
                LetterState.WAITING);
        String json = new String(WireJson.write(letter), StandardCharsets.UTF_8);
        return new NewLetter(head, json, ways.of(letter).leads(), named.persons());
    }

    private static DeadLetter read(ConsumerRecord<String, byte[]> record, Instant writtenAt) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        try {
            if (EventCodec.read(record.headers(), value)
                            .map(event -> event.data())
                            .orElse(null)
                    instanceof DeadLetter letter) {
                return whole(letter) ? letter : unreadable(record, value, "it lacks a field", writtenAt);
            }
            return unreadable(record, value, "it is of another type", writtenAt);
        } catch (UnreadableEventException e) {
            return unreadable(record, value, String.valueOf(e.getMessage()), writtenAt);
        }
    }

    /** Whether it has what its schema requires: JSON may leave anything out. */
    private static boolean whole(DeadLetter letter) {
        return Stream.of(
                        letter.letterId(),
                        letter.place(),
                        letter.reason(),
                        letter.detail(),
                        letter.receivedAt(),
                        letter.contentType(),
                        letter.payload(),
                        letter.attributes())
                .noneMatch(Objects::isNull);
    }

    private static DeadLetter unreadable(
            ConsumerRecord<String, byte[]> record, byte[] value, String why, Instant writtenAt) {
        String partition = Integer.toString(record.partition());
        String offset = Long.toString(record.offset());
        return new DeadLetter(
                Ids.derived(UNREADABLE, record.topic(), partition, offset).toString(),
                Place.UNKNOWN,
                null,
                UNREADABLE,
                why,
                null,
                null,
                null,
                writtenAt,
                "application/octet-stream",
                Base64.getEncoder().encodeToString(value),
                true,
                Map.of("topic", record.topic(), "partition", partition, "offset", offset));
    }

    /** PostgreSQL keeps every character but one. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\0', ' ');
    }
}
