package io.playcaller.router.rules.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayBook;
import io.playcaller.router.play.PlayStep;
import io.playcaller.router.play.StepStart;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlayCourseTest extends RulesFolder {

    private static final String HEAD = """
            plays:
              - key: one
                number: 1
                title: One
                ask: Do.
                reasons: [usage.drop]
                owner: csm
                owner-by-tier: {tech-touch: digital-csm}
                sla: {accept: 4bh}
                minutes: 10
            """;

    @Test
    void theTwentySixPlaysOfTheCatalogueShipAndThoseAboutOurOwnHouse() {
        PlayBook plays = new RuleFiles(Optional.empty()).contents().read().plays();

        assertThat(plays.plays())
                .extracting(Play::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 33).boxed().toList());
    }

    @Test
    void whatAStepDoesNotStateItHasOfItsPlay() throws IOException {
        write(HEAD + """
                    give-up: 20bd
                    steps:
                      - {key: a, title: A, ask: Do A.}
                      - {key: b, title: B, ask: Do B., owner: education, needs: [a], after: 2bd, sla: {complete: 3bd}}
                      - {key: c, title: C, ask: Do C., when: {step: a, outcomes: [failed]}, after: 90d}
                """);

        List<PlayStep> steps = read().plays().play("one").orElseThrow().steps();

        assertThat(steps.get(0).ownerIn("tech-touch")).isEqualTo("digital-csm");
        assertThat(steps.get(0).sla().of(Clock.ACCEPT)).isEqualTo(new BusinessTime(4, BusinessTime.Unit.HOUR));
        assertThat(steps.get(1).ownerIn("tech-touch")).isEqualTo("education");
        assertThat(steps.get(1).sla().of(Clock.ACCEPT)).isNull();
        assertThat(steps.get(1).minutes()).isEqualTo(10);
        assertThat(steps.get(2).needs()).containsExactly("a");
        assertThat(steps.get(2).start()).isEqualTo(StepStart.daysAfter(90));
    }

    @Test
    void everyFaultOfACourseIsSaidAtOnce() throws IOException {
        write(HEAD + """
                    steps:
                      - {key: a, title: A, ask: Do A., after: 2bd}
                      - {key: a, title: B, ask: Do B., needs: [later], at: 90 days}
                      - {key: c, title: C, ask: Do C., when: {step: a, outcomes: [won]}, kind: robot, at: T-30}
                    exit:
                      - {for: 3 weeks}
                      - {steps-done: true, touched: true}
                      - {begun-by: life.unheard}
                    cooldown: 3bd
                    holdout: 80
                """);

        assertThat(problems())
                .extracting(fault -> fault.key() + ": " + fault.message())
                .containsExactlyInAnyOrder(
                        "plays[0].steps[1].key: stands here twice: a",
                        "plays[0].steps[1].needs: there is no earlier step later",
                        "plays[0].steps[1].at: is no day before a date: 90 days",
                        "plays[0].steps[2].when.outcomes: there is no outcome won",
                        "plays[0].steps[2].kind: there is no kind of step robot",
                        "plays[0].exit[0].for: is no number of days: 3 weeks",
                        "plays[0].exit[0].signal-ended: is missing",
                        "plays[0].exit[1].steps-done: stands beside others",
                        "plays[0].exit[2].begun-by: there is no reason life.unheard",
                        "plays[0].exit[2].begun-by: stands alone",
                        "plays[0].steps: begin with one that waits",
                        "plays[0].anchor: is missing",
                        "plays[0].give-up: is missing",
                        "plays[0].cooldown: is no number of days: 3bd",
                        "plays[0].holdout: must be a whole number from 0 to 50, is `80`");
    }

    @Test
    void everyFaultOfWhatFollowsAndOfItsExitIsSaidAtOnce() throws IOException {
        write(HEAD + """
                    give-up: 20bd
                    follow-up: two
                    steps:
                      - {key: a, title: A, ask: Do A.}
                    exit:
                      - {step-done: b}
                      - {hand-over-accepted: king}
                      - {tier: human, touched: true}
                      - {tier: pooled}
                  - {key: two, number: 2, title: Two, ask: Do., reasons: [], owner: csm, minutes: 10, follow-up: one}
                  - {key: three, number: 3, title: Three, ask: Do., reasons: [], owner: csm, minutes: 10, give-up: 5bd, follow-up: four}
                """);

        assertThat(problems())
                .extracting(fault -> fault.key() + ": " + fault.message())
                .containsExactlyInAnyOrder(
                        "plays[0].exit[0].step-done: there is no step of this play b",
                        "plays[0].exit[1].hand-over-accepted: there is no role king",
                        "plays[0].exit[2].tier: there is no tier human",
                        "plays[0].exit[3].tier: stands alone",
                        "plays[0].follow-up: comes back to two",
                        "plays[1].give-up: is missing",
                        "plays[1].follow-up: comes back to one",
                        "plays[2].follow-up: there is no play four");
    }

    @Test
    void ofTwoPlaysForOneReasonThePriorityDecides() throws IOException {
        write("""
                plays:
                  - {key: one, number: 1, title: One, ask: Do., reasons: [usage.drop], owner: csm, minutes: 10}
                  - {key: two, number: 2, title: Two, ask: Do., reasons: [usage.drop], owner: csm, minutes: 10, priority: 200}
                """);

        assertThat(read().plays().plays()).hasSize(2);
        assertThat(read().plays().ownPlayOf(Reason.USAGE_DROP).orElseThrow().key())
                .isEqualTo("two");
    }

    private void write(String plays) throws IOException {
        write("plays.yaml", plays);
    }
}
