package io.playcaller.router.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.calendar.BusinessTime.Unit;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaRule.When;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlaRuleTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final When ALWAYS = new When(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    private static final When ENTERPRISE = new When(Set.of(), Set.of(), Set.of("enterprise"), Set.of(), Set.of());

    private final RouterRules rules = TestRules.read();
    private final BusinessCalendar always = rules.calendars().of("24x7");

    @Test
    void ofThePoliciesThatHoldTheFirstCounts() {
        SlaTable table = table(accept("one", ENTERPRISE, 1), accept("other", ALWAYS, 3));

        assertThat(table.ruleOf(enterprise(Severity.HIGH)).map(SlaRule::name)).contains("one");
        assertThat(table.ruleOf(new SlaCase("usage-drop", Severity.HIGH, "pooled", null, null))
                        .map(SlaRule::name))
                .contains("other");
    }

    @Test
    void whatAPolicyNamesMustAllHold() {
        When when = new When(
                Set.of("usage-drop"),
                Set.of(Severity.HIGH, Severity.MEDIUM),
                Set.of("enterprise"),
                Set.of("health-care"),
                Set.of("adoption"));

        assertThat(when.holds(new SlaCase("usage-drop", Severity.HIGH, "enterprise", "health-care", "adoption")))
                .isTrue();
        assertThat(when.holds(new SlaCase("usage-drop", Severity.UNKNOWN, "enterprise", "health-care", "adoption")))
                .as("an unknown severity counts as medium")
                .isTrue();
        assertThat(when.holds(new SlaCase("gone-silent", Severity.HIGH, "enterprise", "health-care", "adoption")))
                .isFalse();
        assertThat(when.holds(new SlaCase("usage-drop", Severity.HIGH, "enterprise", "health-care", "value")))
                .isFalse();
        assertThat(when.holds(new SlaCase("usage-drop", Severity.HIGH, null, null, null)))
                .isFalse();
    }

    @Test
    void whatAPolicyStatesWinsOverThePlayAndTheRestStays() {
        SlaPolicy policy = policy("usage-drop", enterprise(Severity.HIGH), accept("one", ENTERPRISE, 1));

        assertThat(dueIn(policy, Clock.ACCEPT)).contains(Duration.ofHours(1));
        assertThat(dueIn(policy, Clock.COMPLETE)).contains(Duration.ofDays(15));
    }

    @Test
    void whatAPolicyStatesIsAlsoWhatACriticalSignalGets() {
        SlaPolicy policy = policy("usage-drop", enterprise(Severity.CRITICAL), accept("one", ENTERPRISE, 6));

        assertThat(dueIn(policy, Clock.ACCEPT))
                .as("not the 2 hours of critical")
                .contains(Duration.ofHours(6));
        assertThat(dueIn(policy, Clock.COMPLETE)).as("as ever").contains(Duration.ofDays(10));
    }

    @Test
    void aClockThatAPolicyStopsDoesNotRunAlsoWhereThePlayStatesNone() {
        SlaRule rule = new SlaRule("quiet", ALWAYS, SlaTargets.NONE, Set.of(Clock.UPDATE), null, null);
        SlaPolicy own = policy("usage-drop", enterprise(Severity.HIGH), rule);
        SlaPolicy ofTable = rule.over(SlaPolicy.of(Severity.CRITICAL, SlaTargets.NONE, null, null, rules.sla()));

        assertThat(dueIn(own, Clock.UPDATE)).isEmpty();
        assertThat(dueIn(ofTable, Clock.UPDATE)).isEmpty();
        assertThat(dueIn(ofTable, Clock.ACCEPT)).contains(Duration.ofHours(2));
    }

    @Test
    void aPolicyMayTellOthersOrNobody() {
        List<EscalationStep> director = List.of(new EscalationStep(100, null, "director"));

        assertThat(tells(new SlaRule("a", ALWAYS, SlaTargets.NONE, Set.of(), 10, director)))
                .containsExactly("director");
        assertThat(tells(new SlaRule("b", ALWAYS, SlaTargets.NONE, Set.of(), 10, List.of())))
                .isEmpty();
        assertThat(tells(new SlaRule("c", ALWAYS, SlaTargets.NONE, Set.of(), 10, null)))
                .containsExactly("lead", "next", "director");
    }

    private List<String> tells(SlaRule rule) {
        return policy("usage-drop", enterprise(Severity.HIGH), rule)
                .start(Clock.ACCEPT, 1, NOW, always)
                .orElseThrow()
                .alarms()
                .stream()
                .filter(alarm -> alarm.tell() != null)
                .map(Alarm::tell)
                .toList();
    }

    private SlaPolicy policy(String key, SlaCase of, SlaRule... stated) {
        Play play = rules.plays().play(key).orElseThrow();
        SlaTable table = table(stated);
        return table.inCase(SlaPolicy.of(of.severity(), play.sla(), play.giveUp(), play.escalation(), table), of);
    }

    private SlaTable table(SlaRule... stated) {
        return new SlaTable(
                rules.sla().targets(), rules.sla().warnPercent(), rules.sla().ladders(), List.of(stated));
    }

    private static SlaRule accept(String name, When when, int hours) {
        SlaTargets targets = new SlaTargets(Map.of(Clock.ACCEPT, new BusinessTime(hours, Unit.HOUR)));
        return new SlaRule(name, when, targets, Set.of(), null, null);
    }

    private static SlaCase enterprise(Severity severity) {
        return new SlaCase("usage-drop", severity, "enterprise", "b2b", "adoption");
    }

    private Optional<Duration> dueIn(SlaPolicy policy, Clock clock) {
        return policy.start(clock, 1, NOW, always).map(run -> Duration.between(NOW, run.dueAt()));
    }
}
