package io.playcaller.router.digital.in;

import io.playcaller.contracts.register.PersonRecord;
import io.playcaller.router.digital.out.PgContacts;
import io.playcaller.router.digital.out.PgMessages;
import io.playcaller.router.kafka.Batches;
import io.playcaller.router.kafka.EventBatches;
import io.playcaller.router.kafka.RecordReader;
import io.playcaller.router.kafka.RecordReader.Read;
import io.playcaller.router.run.out.PgRunDues;
import io.playcaller.router.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps from {@code people} of which account somebody is and whether they may be written to; name and address only of those who may. A
 * tombstone takes all of it away, with what was to be sent to them and what was.
 */
@ApplicationScoped
public class PeopleConsumer {

    private final EventBatches batches;
    private final PgContacts contacts;
    private final PgMessages messages;
    private final PgRunDues runs;
    private final Transactions transactions;

    PeopleConsumer(
            EventBatches batches, PgContacts contacts, PgMessages messages, PgRunDues runs, Transactions transactions) {
        this.batches = batches;
        this.contacts = contacts;
        this.messages = messages;
        this.runs = runs;
        this.transactions = transactions;
    }

    @Incoming("people")
    public Uni<Void> take(ConsumerRecords<String, byte[]> records) {
        List<String> forgotten = forgotten(records);
        return batches.take("copying people", records, this::copy).chain(() -> forget(forgotten));
    }

    private Uni<Void> copy(List<Read> reads) {
        BinaryOperator<PersonRecord> higher = (one, other) -> other.version() >= one.version() ? other : one;
        Map<String, PersonRecord> newest = RecordReader.of(PersonRecord.class, reads).stream()
                .collect(Collectors.toMap(PersonRecord::personId, Function.identity(), higher));
        return transactions.run(tx -> contacts.people(tx, newest.values()));
    }

    /** After what was said before in the same batch. */
    private Uni<Void> forget(List<String> personIds) {
        return personIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : Batches.take(
                        "forgetting people",
                        personIds,
                        some -> transactions.run(tx -> messages.forget(tx, some)
                                .chain(left -> runs.ofRuns(tx, left))
                                .chain(() -> contacts.forget(tx, some))),
                        refused -> Uni.createFrom().voidItem());
    }

    /** Keys of which the last record is a tombstone. */
    private static List<String> forgotten(ConsumerRecords<String, byte[]> records) {
        Map<String, Boolean> gone = new HashMap<>();
        for (ConsumerRecord<String, byte[]> next : records) {
            if (next.key() != null) {
                gone.put(next.key(), next.value() == null);
            }
        }
        List<String> forgotten = new ArrayList<>();
        gone.forEach((key, isGone) -> {
            if (isGone) {
                forgotten.add(key);
            }
        });
        return forgotten;
    }
}
