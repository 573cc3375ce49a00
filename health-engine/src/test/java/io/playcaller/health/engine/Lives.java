package io.playcaller.health.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.health.engine.episode.Episode;
import io.playcaller.health.engine.episode.Tellable;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Facts;
import io.playcaller.health.engine.score.Readings;
import io.playcaller.health.engine.score.Said;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.Standing;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.RandomLife;
import io.playcaller.health.engine.testing.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Random lives, told in any order, and when two of them are the same account. */
final class Lives {

    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    static final int DAYS = 50;
    static final Duration EVERY = Duration.ofHours(8);
    static final HealthEngine ENGINE = new HealthEngine(Models.defaults());

    private static final StateCodec CODEC = new StateCodec();

    private Lives() {}

    static void sameAccount(Story one, Story other) {
        assertThat(CODEC.encodeFacts(other.state())).isEqualTo(CODEC.encodeFacts(one.state()));
        standsTheSame(one, other);
    }

    /** Whatever else was told and taken back. */
    static void standsTheSame(Story one, Story other) {
        Facts facts = standing(one);
        Facts otherFacts = standing(other);
        assertThat(otherFacts.usage()).isEqualTo(facts.usage());
        assertThat(otherFacts.register()).isEqualTo(facts.register());
        assertThat(otherFacts.engagement()).isEqualTo(facts.engagement());
        assertThat(otherFacts.totals().firstAt()).isEqualTo(facts.totals().firstAt());
        assertThat(otherFacts.totals().firstTicketAt()).isEqualTo(facts.totals().firstTicketAt());
        assertThat(other.state().standing().watch().track())
                .isEqualTo(one.state().standing().watch().track());
        assertThat(other.state().standing().watch().base())
                .isEqualTo(one.state().standing().watch().base());
        assertThat(other.state().standing().said().same(one.state().standing().said()))
                .isTrue();
        assertThat(other.state().nextBoundary()).isEqualTo(one.state().nextBoundary());
        assertThat(open(other)).isEqualTo(open(one));
        Set<UUID> tellable = Tellable.ids(one.state(), one.log().now(), ENGINE.model());
        assertThat(Tellable.ids(other.state(), other.log().now(), ENGINE.model()))
                .isEqualTo(tellable);
        assertThat(tellable).containsAll(notRetracted(one)).containsAll(notRetracted(other));
        for (int day = DAYS; day > DAYS - 25; day -= 3) {
            Instant at = START.plus(Duration.ofDays(day));
            assertThat(other.score(at)).isEqualTo(one.score(at));
        }
    }

    /** Without what a change would be compared with: that is of what was told, and when. */
    static AccountState unread(AccountState state) {
        Standing standing = state.standing();
        Said said = standing.said();
        Said unread = new Said(
                said.levels(),
                said.grade(),
                said.profile(),
                said.confidence(),
                said.adoption(),
                said.extras(),
                said.overridden(),
                Readings.NONE,
                said.children());
        Standing after = new Standing(
                standing.boundary(),
                unread,
                standing.watch(),
                standing.freeze(),
                standing.model(),
                standing.importing());
        return new AccountState(state.accountId(), state.facts(), after, state.placed(), state.handed());
    }

    /** What is long done is remembered a while longer where somebody spoke of it again. */
    private static Facts standing(Story story) {
        long today = Days.of(story.log().now().toEpochMilli());
        return story.state().facts().standing().withoutLongDone(today);
    }

    private static Set<Object> open(Story story) {
        return story.state().openEpisodes().stream().map(Episode::episodeId).collect(Collectors.toSet());
    }

    /** Of what late facts may still change. */
    private static Set<UUID> notRetracted(Story story) {
        Instant base = Instant.ofEpochMilli(story.state().standing().watch().baseAt());
        Map<UUID, SignalChanged> last = new TreeMap<>();
        story.signals().forEach(signal -> last.put(signal.episodeId(), signal));
        last.values()
                .removeIf(signal -> signal.state() == SignalState.RETRACTED
                        || signal.openedAt().isBefore(base));
        return last.keySet();
    }

    static List<Event<?>> life(long seed) {
        return new RandomLife(seed, "acme", START, DAYS).facts();
    }

    /** Facts arrive when they happen plus their delay, between ticks that come every 8 hours; who sleeps at the end is woken. */
    static Story told(List<Event<?>> life, Delay delay) {
        return told(new Story(ENGINE, "acme"), life, delay, EVERY);
    }

    static Story told(Story story, List<Event<?>> life, Delay delay, Duration every) {
        record Delivery(Instant at, Event<?> fact) {}
        List<Delivery> deliveries = new ArrayList<>();
        life.forEach(fact -> deliveries.add(new Delivery(fact.envelope().time().plus(delay.of(fact)), fact)));
        deliveries.sort(Comparator.comparing(Delivery::at));
        int next = 0;
        Instant end = START.plus(Duration.ofDays(DAYS + 12));
        for (Instant tick = START.plus(every); !tick.isAfter(end); tick = tick.plus(every)) {
            while (next < deliveries.size() && deliveries.get(next).at().isBefore(tick)) {
                story.fact(deliveries.get(next++).fact());
            }
            story.tick(tick);
        }
        return story.lookedAt();
    }

    interface Delay {
        Duration of(Event<?> fact);
    }

    static Delay noDelay() {
        return fact -> Duration.ZERO;
    }
}
