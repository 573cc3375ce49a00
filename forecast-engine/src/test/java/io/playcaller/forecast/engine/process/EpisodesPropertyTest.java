package io.playcaller.forecast.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;

class EpisodesPropertyTest {

    private static final List<Reason> REASONS =
            List.of(Reason.FC_RENEWAL_DUE, Reason.COM_NOTICE_NEAR, Reason.FC_AT_RISK_NO_PLAN, Reason.FC_DISAGREEMENT);

    /** One look at a contract. */
    record Look(Set<Reason> wanted, Severity severity, String account, int yearsOn, boolean mayOpen) {

        List<WantedSignal> signals() {
            return wanted.stream()
                    .sorted()
                    .map(reason -> new WantedSignal(reason, severity, reason.sentence(), List.of("because"), null))
                    .toList();
        }

        Episodes.Renewal renewal() {
            return new Episodes.Renewal(account, LocalDate.of(2026, 7, 1).plusYears(yearsOn));
        }
    }

    private final Map<Reason, Episode> known = new EnumMap<>(Reason.class);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @BeforeTry
    void nothingWasSaid() {
        known.clear();
    }

    @Property
    void afterALookWhatIsOpenIsWhatHolds(@ForAll("looks") List<Look> looks) {
        looks.forEach(look -> {
            Set<Reason> before = open();
            look(look);
            assertThat(open()).isSubsetOf(look.wanted());
            if (look.mayOpen()) {
                assertThat(open()).isEqualTo(look.wanted());
            } else {
                assertThat(before).containsAll(open());
            }
            assertThat(look(look)).isEmpty();
        });
    }

    @Property
    void eachEpisodeOpensOnceCountsUpAndIsSilentOnceItIsOver(@ForAll("looks") List<Look> looks) {
        Map<UUID, Integer> transitions = new HashMap<>();
        Set<UUID> over = new HashSet<>();
        for (Look look : looks) {
            for (EpisodeChange change : look(look)) {
                UUID episode = change.after().episodeId();
                assertThat(over).doesNotContain(episode);
                assertThat(change.after().transition()).isEqualTo(transitions.getOrDefault(episode, 0) + 1);
                assertThat(change.state() == SignalState.OPENED)
                        .isEqualTo(change.after().transition() == 1);
                transitions.put(episode, change.after().transition());
                if (change.state() == SignalState.CLEARED) {
                    over.add(episode);
                }
            }
        }
    }

    @Property
    void whatAnOutageMissedIsFoundAtTheNextLook(@ForAll("looks") List<Look> looks, @ForAll("look") Look last) {
        looks.forEach(this::look);
        look(last);
        Set<Reason> seenAll = open();
        known.clear();
        look(last);

        assertThat(last.mayOpen() ? open() : seenAll).isEqualTo(seenAll);
    }

    @Property
    void nothingGoesOnUnderAnotherAccountOrForAnotherTerm(@ForAll("look") Look one, @ForAll("look") Look other) {
        look(one);
        Map<Reason, UUID> before = ids();
        look(other);

        if (!one.renewal().equals(other.renewal())) {
            assertThat(Collections.disjoint(ids().values(), before.values())).isTrue();
        }
    }

    private List<EpisodeChange> look(Look look) {
        now = now.plusSeconds(3_600);
        List<EpisodeChange> changes = new Episodes("c1", new ArrayList<>(known.values()))
                .to(look.renewal(), look.signals(), look.mayOpen(), now);
        changes.forEach(change -> known.put(change.after().reason(), change.after()));
        return changes;
    }

    private Set<Reason> open() {
        return ids().keySet();
    }

    private Map<Reason, UUID> ids() {
        return known.values().stream()
                .filter(Episode::open)
                .collect(Collectors.toMap(Episode::reason, Episode::episodeId));
    }

    @Provide
    Arbitrary<List<Look>> looks() {
        return look().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Look> look() {
        return Combinators.combine(
                        Arbitraries.of(REASONS).set(),
                        Arbitraries.of(Severity.LOW, Severity.HIGH),
                        Arbitraries.of("acme", "beta"),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(true, true, true, false))
                .as(Look::new);
    }
}
