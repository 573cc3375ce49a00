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
 * The records of customer-events in their order, as the door writes them: the register, then what customers do, a thousand
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
    private static final int MILLIS_PER_EVENT = 1;
    private static final int ONE_IN = 100;

    private final HealthLoad load;
    private final String topic = Topic.CUSTOMER_EVENTS.name("");
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final CustomerFacts facts = new CustomerFacts(random);
    private final AccountDraw draw;
    private Instant nextTick = BEGIN;

    CustomerLog(HealthLoad load) {
        this.load = load;
        this.draw = AccountDraw.of(load);
    }

    /** Writes all of it; to be called once. */
    void writeTo(Consumer<ProducerRecord<String, byte[]>> log) {
        tickUpTo(BEGIN, log);
        for (int account = 0; account < load.accounts(); account++) {
            log.accept(fact("a-" + account, account, BEGIN, CustomerFacts.account(account)));
            log.accept(fact("c-" + account, account, BEGIN, CustomerFacts.contract(account, BEGIN)));
        }
        ProducerRecord<String, byte[]> last = null;
        for (int event = 0; event < load.events(); event++) {
            Instant at = BEGIN.plusMillis((long) event * MILLIS_PER_EVENT);
            tickUpTo(at, log);
            if (last == null || random.nextInt(ONE_IN) != 0) {
                int account = draw.next(random);
                last = fact("e-" + event, account, at, facts.next(account, at));
            }
            log.accept(last);
        }
        // Time goes on once more, so that everything is judged.
        tickUpTo(nextTick, log);
    }

    private void tickUpTo(Instant at, Consumer<ProducerRecord<String, byte[]>> log) {
        while (!nextTick.isAfter(at)) {
            tick(nextTick, log);
            nextTick = nextTick.plus(TICK);
        }
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
