package io.playcaller.router.signal.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.signal.SignalDecider;
import io.playcaller.router.staff.Coverage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Signals of several accounts that come in one batch are decided as if each came in a transaction of its own, as long as none of them ends
 * one that came in the same batch (ADR 0073 says what is otherwise then).
 */
class SetOfSignalsPropertyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final int TASKS_A_DAY = 3;

    private static final List<Reason> REASONS = List.of(
            Reason.USAGE_DROP,
            Reason.USAGE_SEATS_IDLE,
            Reason.SUP_SEVERE_OPEN,
            Reason.SEN_NPS_DETRACTOR,
            Reason.COM_INVOICE_OVERDUE,
            Reason.LIFE_CHURNED,
            Reason.EXP_SEATS_NEAR_LIMIT);

    private static final RouterRules RULES = rules();

    /** What is said of one episode: of each account and reason there is one. */
    private record Said(int account, int reason, Severity severity) {}

    @Property(tries = 200)
    void aSetIsDecidedAsOneByOne(@ForAll("said") List<Said> said) {
        List<SignalChanged> signals = signals(said);
        StoredWork stored = new StoredWork(RULES, NOW);
        Desks set = stored.desks(signals);

        SignalDecider decider = new SignalDecider(Router.of(RULES, NOW));
        signals.forEach(signal -> decide(set, decider, signal));
        for (SignalChanged signal : signals) {
            Desks alone = stored.desks(List.of(signal));
            decide(alone, new SignalDecider(Router.of(RULES, NOW)), signal);
            stored.write(alone);
        }

        assertThat(set.tasks()).isEqualTo(stored.changes());
        assertThat(set.ledger()).containsExactlyInAnyOrderElementsOf(stored.ledger());
        assertThat(set.holdouts()).containsExactlyInAnyOrderElementsOf(stored.holdouts());
        assertThat(set.courses()).isEqualTo(stored.courses());
    }

    private static void decide(Desks desks, SignalDecider decider, SignalChanged signal) {
        desks.decide(
                Desks.lane(signal.accountId(), signal.episodeId()),
                (desk, workload) -> decider.decide(desk, signal, workload));
    }

    private static List<SignalChanged> signals(List<Said> said) {
        Map<UUID, Integer> transitions = new HashMap<>();
        List<SignalChanged> signals = new ArrayList<>();
        for (Said one : said) {
            UUID episode = new UUID(one.account(), one.reason());
            int transition = transitions.merge(episode, 1, Integer::sum);
            signals.add(signal(one, episode, transition, transition == 1 ? SignalState.OPENED : SignalState.UPDATED));
        }
        return signals;
    }

    private static SignalChanged signal(Said said, UUID episode, int transition, SignalState state) {
        Signals signal = Signals.of("account-" + said.account())
                .episode(episode)
                .reason(REASONS.get(said.reason()))
                .severity(said.severity())
                .tier(said.account() % 2 == 0 ? "mid-market" : "tech-touch")
                .transition(transition, state);
        return (said.account() % 3 == 0 ? signal.owner("csm", "ana") : signal).build();
    }

    @Provide
    Arbitrary<List<Said>> said() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, REASONS.size() - 1),
                        Arbitraries.of(Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL))
                .as(Said::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    /** Days that fill up, so that who gets a task depends on who got those before. */
    private static RouterRules rules() {
        RouterRules read = TestRules.read();
        Coverage coverage = read.coverage();
        return new RouterRules(
                read.version(),
                read.calendars(),
                read.roles(),
                read.plays(),
                read.sla(),
                read.directory(),
                read.windows(),
                new Coverage(
                        new Coverage.Day(TASKS_A_DAY, coverage.day().ahead()),
                        coverage.pools(),
                        coverage.tiers(),
                        coverage.watch(),
                        coverage.needs()));
    }
}
