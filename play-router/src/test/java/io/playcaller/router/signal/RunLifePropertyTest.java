package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.digital.ChannelKind;
import io.playcaller.router.digital.DigitalMessage;
import io.playcaller.router.digital.MessageTemplate;
import io.playcaller.router.play.Admission;
import io.playcaller.router.play.Branch;
import io.playcaller.router.play.Course;
import io.playcaller.router.play.Exit;
import io.playcaller.router.play.HoldoutPolicy;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayBook;
import io.playcaller.router.play.PlayStep;
import io.playcaller.router.play.StepKind;
import io.playcaller.router.play.StepStart;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.run.CustomerFacts;
import io.playcaller.router.run.StepRun;
import io.playcaller.router.sla.SlaTargets;
import io.playcaller.router.task.Closing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Runs of any course, with people who complete what is open in any way, customers who change, and signals that end. */
class RunLifePropertyTest {

    private static final RouterRules RULES = TestRules.read();

    private static final int GIVE_UP_DAYS = 30;

    private static final DigitalMessage MAIL =
            new DigitalMessage(new MessageTemplate("hello", "Hello", "Hello."), ChannelKind.MAIL, true, 3);

    /** What happens next. */
    private enum Act {
        PASS,
        COMPLETE,
        FAIL,
        FALSE_ALARM,
        GRADE,
        LOOK,
        CLEAR,
        REOPEN
    }

    private record Happening(Act act, int which) {}

    /** A step before its place in the course is known. */
    private record Draft(boolean digital, int afterDays, boolean business, Set<Integer> needs, int branch) {}

    @Property(tries = 400)
    void aStepStartsOnceAfterWhatItNeedsAndNoneAfterTheEndAndEveryRunEnds(
            @ForAll("courses") Course course, @ForAll("lives") List<Happening> happenings) {
        RunLife life = new RunLife(rules(course));
        UUID episode = UUID.randomUUID();
        int transition = 1;
        life.say(signal(episode, transition, SignalState.OPENED));
        for (Happening happening : happenings) {
            boolean ended = life.run().end() != null;
            int before = life.started().size();
            if (happening.act() == Act.CLEAR || happening.act() == Act.REOPEN) {
                if (!ended) {
                    life.say(signal(
                            episode,
                            ++transition,
                            happening.act() == Act.CLEAR ? SignalState.CLEARED : SignalState.UPDATED));
                }
            } else {
                happen(life, happening);
            }
            check(life, course);
            assertThat(life.started()).hasSizeGreaterThanOrEqualTo(before);
            assertThat(!ended || life.started().size() == before).isTrue();
        }

        life.pass(Duration.ofDays(GIVE_UP_DAYS * 2L));

        check(life, course);
        assertThat(life.run().end()).isNotNull();
        assertThat(life.open()).isEmpty();
    }

    private static void happen(RunLife life, Happening happening) {
        List<String> open = life.open();
        String step = open.isEmpty() ? "" : open.get(happening.which() % open.size());
        switch (happening.act()) {
            case PASS -> life.pass(Duration.ofDays(happening.which()));
            case COMPLETE -> life.complete(step, PlayOutcome.SUCCEEDED, Closing.HELPED);
            case FAIL -> life.complete(step, PlayOutcome.FAILED, Closing.NO_EFFECT);
            case FALSE_ALARM -> life.complete(step, PlayOutcome.FAILED, Closing.FALSE_ALARM);
            case GRADE ->
                life.customerIs(new CustomerFacts(
                        happening.which() % 2 == 0 ? Grade.B : Grade.E,
                        "adoption",
                        Set.of(),
                        null,
                        0,
                        Map.of(),
                        Map.of()));
            default -> life.look();
        }
    }

    private static void check(RunLife life, Course course) {
        assertThat(life.started()).doesNotHaveDuplicates();
        for (String started : life.started()) {
            PlayStep step = course.steps().stream()
                    .filter(one -> one.key().equals(started))
                    .findFirst()
                    .orElseThrow();
            assertThat(step.kind()).isEqualTo(StepKind.HUMAN);
            for (String needed : step.needs()) {
                StepRun before = life.run().steps().stream()
                        .filter(one -> one.step().equals(needed))
                        .findFirst()
                        .orElseThrow();
                assertThat(before.overAt())
                        .as("%s, which %s needs", needed, started)
                        .isNotNull()
                        .isBeforeOrEqualTo(life.task(started).order().createdAt());
            }
        }
        if (life.run().end() != null) {
            assertThat(life.open()).isEmpty();
        }
    }

    @Provide
    Arbitrary<List<Happening>> lives() {
        return Combinators.combine(
                        Arbitraries.of(Act.values()), Arbitraries.integers().between(0, 9))
                .as(Happening::new)
                .list()
                .ofMaxSize(15);
    }

    @Provide
    Arbitrary<Course> courses() {
        Arbitrary<Draft> drafts = Combinators.combine(
                        Arbitraries.integers().between(0, 3).map(one -> one == 0),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 4).set().ofMaxSize(2),
                        Arbitraries.integers().between(-3, 4))
                .as(Draft::new);
        Arbitrary<List<Exit>> exits = Arbitraries.of(
                        new Exit(List.of(condition(Exit.Condition.Kind.SIGNAL_ENDED, "")), 0),
                        new Exit(List.of(condition(Exit.Condition.Kind.STEPS_DONE, "")), 0),
                        new Exit(List.of(condition(Exit.Condition.Kind.GRADE_AT_LEAST, "C")), 4))
                .list()
                .ofMaxSize(2);
        return Combinators.combine(drafts.list().ofMinSize(1).ofMaxSize(5), exits)
                .as((steps, ends) -> new Course(steps(steps), ends, null, null));
    }

    private static Exit.Condition condition(Exit.Condition.Kind kind, String of) {
        return new Exit.Condition(kind, of, 0);
    }

    /** A step needs earlier ones only, and the first begins with the run. */
    private static List<PlayStep> steps(List<Draft> drafts) {
        List<PlayStep> steps = new ArrayList<>();
        for (int place = 0; place < drafts.size(); place++) {
            Draft draft = drafts.get(place);
            List<String> needs = new ArrayList<>();
            for (int needed : draft.needs()) {
                if (needed < place) {
                    needs.add("s" + needed);
                }
            }
            boolean first = place == 0;
            Branch branch = null;
            if (draft.branch() >= 0 && draft.branch() < place) {
                branch = new Branch("s" + draft.branch(), Set.of("succeeded"));
                needs.add(branch.step());
            }
            steps.add(step("s" + place, !first && draft.digital(), start(first, draft), needs, branch));
        }
        return steps;
    }

    private static StepStart start(boolean first, Draft draft) {
        if (first || draft.afterDays() == 0) {
            return StepStart.AT_ONCE;
        }
        return draft.business()
                ? StepStart.after(new BusinessTime(draft.afterDays(), BusinessTime.Unit.DAY))
                : StepStart.daysAfter(draft.afterDays());
    }

    private static PlayStep step(String key, boolean digital, StepStart start, List<String> needs, Branch branch) {
        return new PlayStep(
                key,
                key,
                "Do.",
                Set.of(),
                "csm",
                Map.of(),
                digital ? StepKind.DIGITAL : StepKind.HUMAN,
                start,
                needs.stream().distinct().toList(),
                branch,
                SlaTargets.NONE,
                Map.of(),
                null,
                10,
                digital ? MAIL : null);
    }

    private static RouterRules rules(Course course) {
        Play play = new Play(
                "course",
                1,
                "Course",
                "Do.",
                Set.of(Reason.USAGE_DROP),
                Set.of(),
                "csm",
                Map.of(),
                SlaTargets.NONE,
                Map.of(),
                null,
                new BusinessTime(GIVE_UP_DAYS, BusinessTime.Unit.DAY),
                10,
                course,
                Admission.ANY);
        return new RouterRules(
                "course",
                RULES.calendars(),
                RULES.roles(),
                new PlayBook(List.of(play), null, List.of(), List.of(), null, Map.of(), HoldoutPolicy.NONE),
                RULES.sla(),
                RULES.directory(),
                RULES.windows(),
                RULES.coverage());
    }

    private static SignalChanged signal(UUID episode, int transition, SignalState state) {
        return Signals.of("a").episode(episode).transition(transition, state).build();
    }
}
