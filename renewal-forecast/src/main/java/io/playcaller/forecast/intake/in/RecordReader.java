package io.playcaller.forecast.intake.in;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.UnreadableEventException;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.intake.Told;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;

/** Reads records one by one: what cannot be read becomes a dead letter and harms nothing else. */
final class RecordReader {

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
            EventCodec.read(record.headers(), record.value()).ifPresent(event -> add(event, told));
        } catch (UnreadableEventException e) {
            told.unreadable(key(record), letter(record, e));
        }
    }

    private static void add(Event<?> event, Told told) {
        Record data = event.data();
        if (data instanceof ContractRecord contract) {
            told.contract(contract);
        } else if (data instanceof AccountRecord account) {
            told.account(account);
        } else if (data instanceof InvoiceChanged invoice) {
            told.invoice(invoice);
        } else if (data instanceof HealthChanged health) {
            told.health(event.envelope().rev(), health);
        } else if (data instanceof SignalChanged signal) {
            told.signal(signal);
        }
    }

    private static String key(ConsumerRecord<String, byte[]> record) {
        return record.key() == null ? record.partition() + "/" + record.offset() : record.key();
    }

    private static DeadLetter letter(ConsumerRecord<String, byte[]> record, UnreadableEventException fault) {
        Map<String, String> attributes = new TreeMap<>();
        for (Header header : record.headers()) {
            attributes.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        attributes.put("kafka.topic", record.topic());
        attributes.put("kafka.partition", Integer.toString(record.partition()));
        attributes.put("kafka.offset", Long.toString(record.offset()));
        attributes.put("kafka.key", key(record));
        boolean text = isText(record.value());
        return new DeadLetter(
                Ids.derived("dead-letter", record.topic(), record.partition(), record.offset())
                        .toString(),
                Place.FORECAST,
                attributes.get(EventCodec.SOURCE),
                "event.unreadable",
                String.valueOf(fault.getMessage()),
                null,
                null,
                null,
                Instant.ofEpochMilli(Math.max(0, record.timestamp())),
                attributes.getOrDefault(EventCodec.CONTENT_TYPE, EventCodec.JSON),
                text
                        ? new String(record.value(), StandardCharsets.UTF_8)
                        : Base64.getEncoder().encodeToString(record.value()),
                !text,
                attributes);
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
