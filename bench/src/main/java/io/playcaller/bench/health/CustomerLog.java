package io.playcaller.bench.health;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.SourceAlive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of customer-events in their order, as the door writes them: the register, then what customers do, all a thousand
 * facts a second of log time, with a tick to every partition each ten seconds. One in a hundred facts comes a second time. The
 * same load makes the same records.
 */
final class CustomerLog {

    /** On a Wednesday morning, so that a run of many hours sees no midnight. */
    static final Instant BEGIN = Instant.parse("2026-01-14T06:00:00Z");

    static final Duration TICK = Duration.ofSeconds(10);

    private static final String SOURCE = "web";
    private static final String DOOR = "playcaller/usage-ingest";
    private static final long SEED = 20_261_126;
    private static final int ONE_IN = 100;

    private final HealthLoad load;
    private final String topic = Topic.CUSTOMER_EVENTS.name("");
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final CustomerFacts facts = new CustomerFacts(random);
    private final AccountDraw draw;
    private Instant nextTick = BEGIN;
    private long events;
    private @Nullable ProducerRecord<String, byte[]> last;

    CustomerLog(HealthLoad load) {
        this.load = load;
        this.draw = AccountDraw.of(load);
    }

    /** Writes all of it; to be called once. */
    void writeTo(Consumer<ProducerRecord<String, byte[]>> log) {
        Instant at = BEGIN;
        for (int account = 0; account < load.accounts(); account++) {
            tickUpTo(at, log);
            register(account, at, log);
            at = at.plusMillis(2);
        }
        for (int event = 0; event < load.events(); event++) {
            tickUpTo(at, log);
            log.accept(next(at));
            at = at.plusMillis(1);
        }
        // Time goes on once more, so that everything is judged.
        tickUpTo(nextTick, log);
    }

    /** What the register says of a customer: two facts. */
    void register(int account, Instant at, Consumer<ProducerRecord<String, byte[]>> log) {
        log.accept(fact("a-" + account, account, at, CustomerFacts.account(account)));
        log.accept(fact("c-" + account, account, at, CustomerFacts.contract(account, BEGIN)));
    }

    /** The next of what customers do. */
    ProducerRecord<String, byte[]> next(Instant at) {
        ProducerRecord<String, byte[]> before = last;
        long event = events++;
        if (before != null && random.nextInt(ONE_IN) == 0) {
            return before;
        }
        int account = draw.next(random);
        ProducerRecord<String, byte[]> fact = fact("e-" + event, account, at, facts.next(account, at));
        last = fact;
        return fact;
    }

    /** An answer that opens a signal at once, of a customer who gave none before. */
    ProducerRecord<String, byte[]> detractor(int account, Instant at) {
        return fact("d-" + account, account, at, CustomerFacts.detractor(account));
    }

    /** The newest time that the log has heard of. */
    Instant now() {
        return nextTick.minus(TICK);
    }

    /** Every tick that is due at {@code at}, to every partition. */
    void tickUpTo(Instant at, Consumer<ProducerRecord<String, byte[]>> log) {
        while (!nextTick.isAfter(at)) {
            tick(nextTick, log);
            nextTick = nextTick.plus(TICK);
        }
    }

    /** The clock goes to {@code at} at once, as after an hour in which the door was down. */
    void leapTo(Instant at, Consumer<ProducerRecord<String, byte[]>> log) {
        nextTick = at;
        tickUpTo(at, log);
    }

    private void tick(Instant at, Consumer<ProducerRecord<String, byte[]>> log) {
        ClockTicked tick = new ClockTicked(at, List.of(new SourceAlive(SOURCE, List.of(Feed.values()), at)));
        for (int partition = 0; partition < load.partitions(); partition++) {
            Envelope envelope = envelope("tick-" + at, DOOR, at, null);
            log.accept(new ProducerRecord<>(
                    topic,
                    partition,
                    (String) null,
                    WireJson.write(tick),
                    EventCodec.headers(envelope, EventType.CLOCK_TICKED)));
        }
    }

    private ProducerRecord<String, byte[]> fact(String id, int account, Instant at, Record data) {
        String accountId = CustomerFacts.id(account);
        Envelope envelope = envelope(id, SOURCE, at, accountId);
        return new ProducerRecord<>(
                topic, null, accountId, WireJson.write(data), EventCodec.headers(envelope, EventType.of(data)));
    }

    private static Envelope envelope(String id, String source, Instant at, @Nullable String accountId) {
        return new Envelope(id, source, at, accountId, FactOrigin.LIVE, at, 0);
    }
}
