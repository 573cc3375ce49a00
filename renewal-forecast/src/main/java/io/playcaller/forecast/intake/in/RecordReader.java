package io.playcaller.forecast.intake.in;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.UnreadableEventException;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Fault;
import io.playcaller.contracts.deadletter.Original;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.contracts.work.TaskChanged;
import io.playcaller.forecast.intake.Told;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Reads records one by one: what cannot be read becomes a dead letter and harms nothing else. */
final class RecordReader {

    private static final String UNREADABLE = "event.unreadable";

    private RecordReader() {}

    static Told read(ConsumerRecords<String, byte[]> records) {
        Told told = new Told();
        for (ConsumerRecord<String, byte[]> record : records) {
            // Nothing that this service reads is ever deleted: contracts close, signals clear.
            if (record.value() != null) {
                read(record, told);
            }
        }
        return told;
    }

    private static void read(ConsumerRecord<String, byte[]> record, Told told) {
        try {
            EventCodec.read(record.headers(), record.value()).ifPresent(event -> {
                WholeRecord.require(event.data());
                add(event, told);
            });
        } catch (UnreadableEventException e) {
            told.unreadable(key(record), letter(record, Fault.of(UNREADABLE, e)));
        } catch (RuntimeException e) {
            // One record that is tripped over must not stop a partition.
            told.unreadable(key(record), letter(record, Fault.ofOurs(UNREADABLE, e.toString())));
        }
    }

    private static void add(Event<?> event, Told told) {
        Record data = event.data();
        if (data instanceof ContractRecord contract) {
            told.contract(contract);
        } else if (data instanceof AccountRecord account) {
            told.account(account);
        } else if (data instanceof OwnersRecord owners) {
            told.owners(owners);
        } else if (data instanceof InvoiceChanged invoice) {
            told.invoice(invoice);
        } else if (data instanceof HealthChanged health) {
            told.health(event.envelope().rev(), health);
        } else if (data instanceof SignalChanged signal) {
            told.signal(signal);
        } else if (data instanceof OpportunityRecord opportunity) {
            told.opportunity(opportunity);
        } else if (data instanceof TaskChanged task) {
            told.task(event.envelope().rev(), task);
            told.steps().take(task);
        } else {
            told.outcomes().take(data);
        }
    }

    private static String key(ConsumerRecord<String, byte[]> record) {
        return record.key() == null ? "" : record.key();
    }

    private static DeadLetter letter(ConsumerRecord<String, byte[]> record, Fault fault) {
        Instant at = Instant.ofEpochMilli(Math.max(0, record.timestamp()));
        return Original.of(record).letter(Place.FORECAST, "", fault, at);
    }
}
