package io.playcaller.bench.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class CustomerLogTest {

    private static final int EVENTS = 25_000;
    private static final int ACCOUNTS = 50;
    private static final int PARTITIONS = 3;

    private final List<ProducerRecord<String, byte[]>> records = records();

    private static List<ProducerRecord<String, byte[]>> records() {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        new CustomerLog(new HealthLoad(EVENTS, ACCOUNTS, false, PARTITIONS)).writeTo(records::add);
        return records;
    }

    private static Event<?> read(ProducerRecord<String, byte[]> record) {
        return EventCodec.read(record.headers(), record.value()).orElseThrow();
    }

    private List<? extends Event<?>> facts() {
        return records.stream()
                .map(CustomerLogTest::read)
                .filter(event -> event.envelope().accountId() != null)
                .toList();
    }

    @Test
    void theSameLoadIsTheSameLog() {
        List<ProducerRecord<String, byte[]>> again = records();

        assertThat(again).hasSameSizeAs(records);
        for (int i = 0; i < again.size(); i++) {
            assertThat(again.get(i).value()).isEqualTo(records.get(i).value());
            assertThat(again.get(i).headers()).isEqualTo(records.get(i).headers());
        }
    }

    @Test
    void theRegisterComesFirst() {
        List<Record> register = facts().subList(0, 2 * ACCOUNTS).stream()
                .<Record>map(Event::data)
                .toList();

        assertThat(register).hasAtLeastOneElementOfType(AccountRecord.class);
        assertThat(register).allMatch(data -> data instanceof AccountRecord || data instanceof ContractRecord);
        assertThat(facts()).hasSize(2 * ACCOUNTS + EVENTS);
    }

    @Test
    void oneInAHundredFactsComesTwice() {
        Set<String> ids = new HashSet<>();
        long again = facts().stream()
                .filter(event -> !ids.add(event.envelope().id()))
                .count();

        assertThat(again).isBetween(EVENTS / 150L, EVENTS / 70L);
    }

    @Test
    void everyPartitionHasATickEachTenSeconds() {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int which = partition;
            List<Instant> ticks = records.stream()
                    .filter(record -> record.partition() != null && record.partition() == which)
                    .map(record -> ((ClockTicked) read(record).data()).at())
                    .toList();
            // 25 s of facts: at the beginning, after 10 s and 20 s, and one after the end.
            assertThat(ticks)
                    .containsExactly(
                            CustomerLog.BEGIN,
                            CustomerLog.BEGIN.plusSeconds(10),
                            CustomerLog.BEGIN.plusSeconds(20),
                            CustomerLog.BEGIN.plusSeconds(30));
        }
    }
}
