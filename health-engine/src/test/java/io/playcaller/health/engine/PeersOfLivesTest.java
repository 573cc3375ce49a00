package io.playcaller.health.engine;

import static io.playcaller.health.engine.Lives.DAYS;
import static io.playcaller.health.engine.Lives.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.PeerBaseline;
import io.playcaller.contracts.fact.PeerBaselinePublished;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.health.engine.peer.Histogram;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Baselines of peers in the middle of random lives. */
class PeersOfLivesTest {

    private static final HealthEngine ENGINE = new HealthEngine(Models.relative());
    private static final Duration EVERY = Duration.ofHours(8);
    private static final StateCodec CODEC = new StateCodec();

    @Property(tries = 40)
    void contributionsAddUpAndWhatPeersDoIsSaidWithinADay(@ForAll long seed) {
        Story story = told(seed, new Story(ENGINE, "acme"), fact -> Duration.ZERO, 12);
        TreeMap<Instant, PeerBaselinePublished> publications = publications(seed, DAYS + 12);

        for (HealthChanged change : story.changes()) {
            long before = change.previousScore() == null ? 0 : change.previousScore();
            long sum = change.contributions().stream()
                    .mapToLong(part -> part.points())
                    .sum();
            boolean gone = change.contributions().isEmpty();
            assertThat(gone ? change.score() : before + sum).isEqualTo(change.score());
            boolean byPeers = change.contributions().stream().anyMatch(part -> part.cause() == Cause.PEERS);
            Instant told = publications.floorKey(change.knownAt());
            if (byPeers) {
                assertThat(told)
                        .isNotNull()
                        .isAfterOrEqualTo(
                                change.knownAt().minus(Duration.ofDays(1)).minus(EVERY));
            }
        }
    }

    /** Each day is judged by the peers that were known before its end, also when a fact of it comes weeks later. */
    @Property(tries = 40)
    void lateFactsFindThePeersOfTheirDay(@ForAll long seed) {
        Random random = new Random(seed);
        Story inTime = told(seed, new Story(ENGINE, "acme"), fact -> Duration.ZERO, 12);

        Story late = told(seed, new Story(ENGINE, "acme"), fact -> Duration.ofHours(random.nextInt(24 * 12)), 12);

        assertThat(CODEC.encodeFacts(late.state())).isEqualTo(CODEC.encodeFacts(inTime.state()));
        assertThat(late.state().standing().watch().track())
                .isEqualTo(inTime.state().standing().watch().track());
        assertThat(late.state().standing().said().same(inTime.state().standing().said()))
                .isTrue();
        for (int day = DAYS; day > DAYS - 25; day -= 3) {
            Instant at = START.plus(Duration.ofDays(day));
            assertThat(late.score(at)).isEqualTo(inTime.score(at));
        }
    }

    @Property(tries = 20)
    void anAccountThatSleepsFindsWhatOneThatIsLookedAtFinds(@ForAll long seed) {
        Story awake = told(seed, new Story(ENGINE, "acme").sleepless(), fact -> Duration.ZERO, 120);

        Story asleep = told(seed, new Story(ENGINE, "acme"), fact -> Duration.ZERO, 120);

        assertThat(asleep.signals()).isEqualTo(awake.signals());
        assertThat(asleep.changes()).isEqualTo(awake.changes());
        assertThat(CODEC.encode(asleep.state())).isEqualTo(CODEC.encode(awake.state()));
    }

    @Property(tries = 20)
    void aRestartAfterEachStepChangesNothing(@ForAll long seed) {
        Story one = told(seed, new Story(ENGINE, "acme"), fact -> Duration.ZERO, 12);

        Story other = told(seed, new Story(ENGINE, "acme").restarting(), fact -> Duration.ZERO, 12);

        assertThat(other.changes()).isEqualTo(one.changes());
        assertThat(CODEC.encode(other.state())).isEqualTo(CODEC.encode(one.state()));
        assertThat(CODEC.decodeLog(CODEC.encode(one.log()))).isEqualTo(one.log());
    }

    /** As after a crash in the middle of the accounts of a partition. */
    @Property(tries = 20)
    void theSameBaselineOnceMoreMovesNobody(@ForAll long seed) {
        Story story = told(seed, new Story(ENGINE, "acme"), fact -> Duration.ZERO, 12);
        AccountState through = story.peers(peers(new Random(~seed), START)).state();

        assertThat(ENGINE.comparedAnew(
                                through,
                                told(seed, new Story(ENGINE, "acme"), fact -> Duration.ZERO, 12)
                                        .log(),
                                story.log())
                        .state())
                .isSameAs(through);
    }

    private interface Delay {
        Duration of(Event<?> fact);
    }

    /** A life with other peers every nine to twelve days, at the newest tick, which now and then is a midnight. */
    private static Story told(long seed, Story story, Delay delay, int quietDays) {
        TreeMap<Instant, PeerBaselinePublished> publications = publications(seed, DAYS + quietDays);
        record Delivery(Instant at, Event<?> fact) {}
        List<Delivery> deliveries = new ArrayList<>();
        Lives.life(seed)
                .forEach(fact ->
                        deliveries.add(new Delivery(fact.envelope().time().plus(delay.of(fact)), fact)));
        deliveries.sort(Comparator.comparing(Delivery::at));
        int next = 0;
        Instant end = START.plus(Duration.ofDays(DAYS + quietDays));
        for (Instant tick = START.plus(EVERY); !tick.isAfter(end); tick = tick.plus(EVERY)) {
            while (next < deliveries.size() && deliveries.get(next).at().isBefore(tick)) {
                story.fact(deliveries.get(next++).fact());
            }
            story.tick(tick);
            PeerBaselinePublished told = publications.get(tick);
            if (told != null) {
                story.peers(told);
            }
        }
        return story.lookedAt();
    }

    private static TreeMap<Instant, PeerBaselinePublished> publications(long seed, int days) {
        Random random = new Random(seed);
        TreeMap<Instant, PeerBaselinePublished> publications = new TreeMap<>();
        for (int tick = 1 + random.nextInt(20); tick < days * 3; tick += 27 + random.nextInt(10)) {
            Instant at = START.plus(EVERY.multipliedBy(tick));
            publications.put(at, peers(random, at));
        }
        return publications;
    }

    /** Of each segment a few, or many. */
    private static PeerBaselinePublished peers(Random random, Instant at) {
        List<PeerBaseline> baselines = new ArrayList<>();
        for (String segment : List.of("enterprise", "mid-market", "smb")) {
            ENGINE.model().scoring().measures().stream()
                    .filter(measure -> measure.relative() != null)
                    .forEach(measure -> {
                        Histogram counted = Histogram.along(measure.curve());
                        for (int customer = random.nextInt(80); customer > 0; customer--) {
                            counted = counted.with(random.nextInt(20_000));
                        }
                        baselines.add(new PeerBaseline(
                                segment, measure.id(), counted.from(), counted.width(), counted.counts()));
                    });
        }
        return new PeerBaselinePublished(LocalDate.ofInstant(at, ZoneOffset.UTC), baselines);
    }
}
