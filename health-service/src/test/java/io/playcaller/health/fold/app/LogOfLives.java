package io.playcaller.health.fold.app;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.deadletter.Fault;
import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.BackfillStarted;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.contracts.fact.PeerBaseline;
import io.playcaller.contracts.fact.PeerBaselinePublished;
import io.playcaller.contracts.fact.QuarantineReleased;
import io.playcaller.contracts.fact.SourceBack;
import io.playcaller.contracts.fact.SourceQuiet;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.RandomLife;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A partition's log drawn from a seed: the lives of its accounts with every kind of fact, told late, twice and out of order,
 * taken back, imported and refused, between ticks, silences of sources and activations.
 */
final class LogOfLives {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int DAYS = 36;
    private static final int ACCOUNTS = 3;

    /** With so distant a due date no account can be folded. */
    private static final Instant NEVER = Instant.parse("+300000000-01-01T00:00:00Z");

    private static final List<Recorded> RECORDED = Recorded.all();

    private record Delivery(Instant at, Consumer<Log> said) {}

    private final Random random;
    private final String modelHash;
    private final List<Delivery> deliveries = new ArrayList<>();

    private LogOfLives(long seed, String modelHash) {
        this.random = new Random(seed);
        this.modelHash = modelHash;
    }

    /** @param modelHash of the model that makes the scores, for its activation */
    static Log of(long seed, int partition, String modelHash) {
        LogOfLives lives = new LogOfLives(seed * 31 + partition, modelHash);
        for (int i = 0; i < ACCOUNTS; i++) {
            lives.account("p%d-account-%d".formatted(partition, i));
        }
        lives.shared();
        lives.peers();
        lives.ticks();
        Log log = new Log(partition);
        lives.deliveries.sort(Comparator.comparing(Delivery::at));
        lives.deliveries.forEach(delivery -> delivery.said().accept(log));
        return log;
    }

    private void account(String id) {
        List<Event<?>> life = new RandomLife(random.nextLong(), id, START, DAYS).facts();
        life.forEach(this::told);
        corrections(FactsOf.account(id), life);
        for (Recorded recorded : RECORDED) {
            if (random.nextInt(4) == 0) {
                told(recorded.of(id, within()));
            }
        }
        if (random.nextInt(3) == 0) {
            history(id);
        }
        if (random.nextInt(6) == 0) {
            cannotBeFolded(id);
        }
    }

    /** Most at once, some days later; one in ten twice, within the window of repeats or after it. */
    private void told(Event<?> fact) {
        Instant at = fact.envelope().time().plusSeconds(random.nextInt(60));
        Instant arrives = random.nextInt(6) == 0 ? at.plus(Duration.ofHours(random.nextInt(24 * 8))) : at;
        say(arrives, log -> log.fact(received(fact, arrives)));
        if (random.nextInt(10) == 0) {
            Instant again = arrives.plus(Duration.ofMinutes(random.nextInt(random.nextBoolean() ? 12 : 24 * 60)));
            say(again, log -> log.fact(received(fact, again)));
        }
    }

    private static Event<?> received(Event<?> fact, Instant at) {
        Envelope sent = fact.envelope();
        return Event.of(
                new Envelope(sent.id(), sent.source(), sent.time(), sent.accountId(), sent.origin(), at, sent.rev()),
                fact.data());
    }

    private void corrections(FactsOf facts, List<Event<?>> life) {
        for (int i = 0; i < random.nextInt(4); i++) {
            told(facts.retracted(within(), life.get(random.nextInt(life.size()))));
        }
        for (Event<?> fact : life) {
            boolean record = fact.type() == EventType.CONTRACT_CHANGED || fact.type() == EventType.INVOICE_CHANGED;
            if (record && random.nextInt(8) == 0) {
                told(facts.never(within(), fact, 9));
            }
        }
        if (random.nextInt(4) == 0) {
            LocalDate from = LocalDate.ofInstant(within(), ZoneOffset.UTC);
            told(facts.withdrawn(within(), from, from.plusDays(random.nextInt(9))));
        }
    }

    /** A second life, told as history while an import is open. */
    private void history(String id) {
        String run = "run-" + id;
        Instant began = within();
        say(began, log -> log.fact("start-" + run, null, began, new BackfillStarted(run, "web")));
        Instant told = began.plusSeconds(1);
        for (Event<?> fact : new RandomLife(random.nextLong(), id, START.minus(Duration.ofDays(DAYS)), DAYS).facts()) {
            Event<?> past = Event.of(fact.envelope().as(FactOrigin.BASELINE), fact.data());
            say(told, log -> log.fact(received(past, told)));
        }
        Instant ended = told.plus(Duration.ofHours(random.nextInt(48)));
        say(ended, log -> log.fact("end-" + run, null, ended, new BackfillEnded(run, "web")));
    }

    /** What comes after it waits, and is released in vain. */
    private void cannotBeFolded(String id) {
        Instant at = within();
        say(at, log -> log.fact(FactsOf.account(id).planned(at, "never-" + id, NEVER)));
        Instant released = at.plus(Duration.ofHours(random.nextInt(200)));
        say(released, log -> log.fact("release-" + id, id, released, new QuarantineReleased(id, "staff-1")));
    }

    /** What concerns no account, or nobody. */
    private void shared() {
        for (int i = 0; i < 6; i++) {
            say(within(), log -> log.unreadable(Fault.ofOurs("fact.unreadable", "broken")));
            say(within(), Log::unknown);
        }
        for (String hash : List.of(modelHash, "another", modelHash)) {
            Instant at = within();
            say(at, log -> log.fact("model-" + at, null, at, new ModelActivated(hash, "a-version")));
        }
    }

    /** Of each segment a few customers, or many; each time others. */
    private void peers() {
        for (Instant day = START.plus(Duration.ofDays(2)); day.isBefore(START.plus(Duration.ofDays(DAYS))); ) {
            Instant at = day.plusSeconds(random.nextInt(86_400));
            List<PeerBaseline> baselines = Stream.of("enterprise", "mid-market", "smb")
                    .map(segment -> new PeerBaseline(segment, "active-days", 0, 1_000, counts()))
                    .toList();
            PeerBaselinePublished told = new PeerBaselinePublished(LocalDate.ofInstant(at, ZoneOffset.UTC), baselines);
            say(at, log -> log.fact("peers-" + at, null, at, told));
            day = day.plus(Duration.ofDays(7 + random.nextInt(5)));
        }
    }

    private List<Long> counts() {
        return random.longs(15, 0, 6).boxed().toList();
    }

    /** Every half an hour or rarer; while a source is quiet they say until when it was alive. */
    private void ticks() {
        Instant down = within();
        Instant up = down.plus(Duration.ofHours(1 + random.nextInt(24 * 6)));
        List<Feed> feeds = List.of(Feed.values());
        say(down, log -> log.fact("quiet", null, down, new SourceQuiet("web", feeds, down, null)));
        say(up, log -> log.fact("back", null, up, new SourceBack("web", feeds, down, null)));
        Instant end = START.plus(Duration.ofDays(DAYS));
        Instant tick = START.plusSeconds(1);
        while (tick.isBefore(end)) {
            Instant at = tick;
            boolean quiet = at.isAfter(down) && at.isBefore(up);
            say(at, log -> log.tick(at, quiet ? down : at));
            tick = tick.plus(Duration.ofMinutes(30L * (1 + random.nextInt(20))));
        }
    }

    private void say(Instant at, Consumer<Log> said) {
        deliveries.add(new Delivery(at, said));
    }

    private Instant within() {
        return START.plus(Duration.ofSeconds(random.nextInt(DAYS * 86_400)));
    }
}
