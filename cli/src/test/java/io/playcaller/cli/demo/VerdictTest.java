package io.playcaller.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Truth TRUTH = new Truth(
            1,
            Instant.parse("2026-03-04T15:00:00Z"),
            "demo-pipe",
            List.of(
                    new Truth.Expected(
                            "s",
                            "Steady Ltd",
                            "steady",
                            Truth.Fires.NOTHING,
                            List.of(),
                            List.of(Reason.EXP_VALUE_PROVEN)),
                    new Truth.Expected(
                            "d",
                            "Down Ltd",
                            "declining",
                            Truth.Fires.TRIAGE,
                            List.of(Reason.USAGE_LEVEL_LOW, Reason.SUP_BACKLOG),
                            List.of()),
                    new Truth.Expected(
                            "l",
                            "Lost Ltd",
                            "sponsor lost",
                            Truth.Fires.LIVE,
                            List.of(Reason.REL_SPONSOR_LEFT),
                            List.of())));

    private static final List<Verdict.Fired> ALL_WELL = List.of(
            new Verdict.Fired("d", Reason.USAGE_LEVEL_LOW, true, false, "low"),
            new Verdict.Fired("s", Reason.EXP_VALUE_PROVEN, true, false, "proven"),
            new Verdict.Fired("l", Reason.REL_SPONSOR_LEFT, false, true, "left"),
            new Verdict.Fired("", Reason.DQ_SOURCE_SILENT, false, true, "silent"));

    @Test
    void whatIsAsItShouldBeHasNoDifference() {
        Verdict verdict = Verdict.of(TRUTH, ALL_WELL);

        assertThat(verdict.asExpected()).isTrue();
        assertThat(verdict.lines()).last().isEqualTo("All as it should be.");
    }

    @Test
    void whatFiredWithoutCauseIsExtra() {
        List<Verdict.Fired> fired = new ArrayList<>(ALL_WELL);
        fired.add(new Verdict.Fired("s", Reason.USAGE_SILENT, false, true, "No use for 14 days"));

        Verdict verdict = Verdict.of(TRUTH, fired);

        assertThat(verdict.asExpected()).isFalse();
        assertThat(verdict.lines())
                .contains("extra: s (Steady Ltd, steady) made usage.silent fire: No use for 14 days");
    }

    @Test
    void whatTheImportShouldFindBesidesIsMissingWithoutIt() {
        List<Verdict.Fired> fired = new ArrayList<>(ALL_WELL);
        fired.remove(1);

        assertThat(Verdict.of(TRUTH, fired).lines())
                .contains("missing: s (Steady Ltd, steady) should have made [exp.value_proven] fire, into triage");
    }

    @Test
    void aRiskInTriageMayHaveMoreThanOneOfItsReasonsAndALiveOneMayNot() {
        List<Verdict.Fired> fired = new ArrayList<>(ALL_WELL);
        fired.add(new Verdict.Fired("d", Reason.SUP_BACKLOG, true, false, "6 old tickets"));

        assertThat(Verdict.of(TRUTH, fired).asExpected()).isTrue();

        fired.add(new Verdict.Fired("d", Reason.SUP_BACKLOG, false, true, "6 old tickets"));

        assertThat(Verdict.of(TRUTH, fired).lines())
                .contains("extra: d (Down Ltd, declining) made sup.backlog fire: 6 old tickets");
    }

    @Test
    void aLiveSignalWithoutATaskIsMissing() {
        List<Verdict.Fired> fired = new ArrayList<>(ALL_WELL);
        fired.set(2, new Verdict.Fired("l", Reason.REL_SPONSOR_LEFT, false, false, "left"));

        assertThat(Verdict.of(TRUTH, fired).lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("missing: l (Lost Ltd, sponsor lost) should have made [rel.sponsor_left] fire"));
    }

    @Test
    void aSourceThatWentSilentUnnoticedIsMissing() {
        assertThat(Verdict.of(TRUTH, ALL_WELL.subList(0, 3)).lines())
                .contains("missing: source demo-pipe should have made dq.source_silent fire, with a task");
    }
}
