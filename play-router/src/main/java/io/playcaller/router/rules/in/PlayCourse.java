package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.router.digital.DigitalMessage;
import io.playcaller.router.play.Branch;
import io.playcaller.router.play.Course;
import io.playcaller.router.play.Exit;
import io.playcaller.router.play.PlayStep;
import io.playcaller.router.play.RunDate;
import io.playcaller.router.play.StepKind;
import io.playcaller.router.play.StepStart;
import io.playcaller.router.sla.SlaTargets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a play of {@code plays.yaml} says of its steps and of its end. What a step does not state it has of its play.
 */
final class PlayCourse {

    static final String FOLLOW_UP = "follow-up";

    private static final Pattern BEFORE = Pattern.compile("T-(\\d{1,3})");

    private static final Map<String, RunDate> DATES =
            Map.of("notice-deadline", RunDate.NOTICE_DEADLINE, "renewal", RunDate.RENEWAL);

    private static final Map<String, StepKind> KINDS = Map.of("human", StepKind.HUMAN, "digital", StepKind.DIGITAL);

    private static final Set<String> ANSWERS =
            Set.of("succeeded", "failed", "helped", "no-effect", "already-knew", "false-alarm", "wrong-person");

    private final YamlMap play;
    private final PlaysFile file;
    private final Set<String> earlier = new LinkedHashSet<>();

    private PlayCourse(YamlMap play, PlaysFile file) {
        this.play = play;
        this.file = file;
    }

    static Course read(YamlMap play, PlaysFile file) {
        return new PlayCourse(play, file).course();
    }

    private Course course() {
        RunDate date = play.optionalText("anchor")
                .map(word -> DATES.get(Reading.known(play, "anchor", word, DATES.keySet(), "date")))
                .orElse(null);
        List<PlayStep> steps = new ArrayList<>();
        for (YamlMap map : play.has("steps") ? play.maps("steps") : List.<YamlMap>of()) {
            steps.add(step(map));
        }
        List<Exit> exits = play.has("exit")
                ? play.maps("exit").stream()
                        .map(map -> PlayExit.read(map, file, earlier))
                        .toList()
                : List.of();
        String followUp = play.optionalText(FOLLOW_UP).orElse(null);
        Course course = new Course(steps, exits, date, followUp);
        check(course);
        return course;
    }

    private void check(Course course) {
        boolean dated = course.steps().stream().anyMatch(step -> step.start().countsFromDate());
        if (dated && course.date() == null) {
            play.problem("anchor", "is missing", "steps count back from it: write notice-deadline or renewal");
        }
        if (!dated && course.date() != null) {
            play.problem("anchor", "is used by no step", "write `at: T-90` in a step, or leave it out");
        }
        if (!course.steps().isEmpty() && !course.steps().get(0).opensRun()) {
            play.problem("steps", "begin with one that waits", "leave `after` and `needs` out of the first step");
        }
        if (!course.equals(Course.ONE_STEP) && !play.has("give-up")) {
            String why = "a play with steps, an exit or a follow-up must end at some time: state when";
            play.problem("give-up", "is missing", why);
        }
    }

    private PlayStep step(YamlMap map) {
        String key = map.text("key");
        Branch when = map.has("when") ? branch(map.map("when")) : null;
        boolean ownTargets = map.has("sla");
        StepKind kind = kind(map);
        PlayStep step = new PlayStep(
                key,
                map.text("title"),
                map.text("ask"),
                map.has("tiers") ? PlaysFile.tiers(map) : Set.of(),
                map.has("owner") ? file.role(map, "owner") : play.text("owner"),
                map.has("owner-by-tier") ? file.owners(map.map("owner-by-tier")) : ownersOfPlay(map),
                kind,
                start(map),
                needs(map, when),
                when,
                ownTargets ? PlaysFile.targets(map.map("sla")) : targetsOfPlay(),
                map.has("sla-by-tier")
                        ? PlaysFile.targetsByTier(map.map("sla-by-tier"))
                        : ownTargets ? Map.of() : targetsOfPlayByTier(),
                file.ladder(map.has("escalation") ? map : play),
                map.has("minutes") ? map.integer("minutes", 1, 10_000) : play.integer("minutes", 1, 10_000),
                message(map, kind));
        map.rejectUnknown();
        if (!earlier.add(key)) {
            map.problem("key", "stands here twice: " + key, "give each step of a play a key of its own");
        }
        return step;
    }

    /** A step of another owner is that owner's in every tier. */
    private Map<String, String> ownersOfPlay(YamlMap step) {
        return step.has("owner") || !play.has("owner-by-tier") ? Map.of() : file.owners(play.map("owner-by-tier"));
    }

    private SlaTargets targetsOfPlay() {
        return play.has("sla") ? PlaysFile.targets(play.map("sla")) : SlaTargets.NONE;
    }

    private Map<String, SlaTargets> targetsOfPlayByTier() {
        return play.has("sla-by-tier") ? PlaysFile.targetsByTier(play.map("sla-by-tier")) : Map.of();
    }

    private @Nullable DigitalMessage message(YamlMap map, StepKind kind) {
        boolean written = map.has("message");
        if (kind == StepKind.DIGITAL && !written) {
            map.problem("message", "is missing", "say what is sent: message: {template: gone-silent-1}");
        }
        if (kind == StepKind.HUMAN && written) {
            map.problem("message", "stands in a step of one of ours", "add kind: digital, or leave it out");
        }
        return written ? file.message(map.map("message"), play.has("anchor")) : null;
    }

    private static StepKind kind(YamlMap map) {
        return map.optionalText("kind")
                .map(word -> KINDS.get(Reading.known(map, "kind", word, KINDS.keySet(), "kind of step")))
                .orElse(StepKind.HUMAN);
    }

    private static StepStart start(YamlMap map) {
        if (map.has("at") && map.has("after")) {
            map.problem("at", "stands beside after", "keep one of them");
        }
        Optional<String> at = map.optionalText("at");
        if (at.isPresent()) {
            Matcher before = BEFORE.matcher(at.get());
            if (before.matches()) {
                return StepStart.daysBefore(Integer.parseInt(before.group(1)));
            }
            map.problem("at", "is no day before a date: " + at.get(), "write T-90 for 90 days before");
        }
        Optional<Integer> days = Reading.isDays(map, "after") ? Reading.days(map, "after") : Optional.empty();
        return days.map(StepStart::daysAfter)
                .or(() -> Reading.businessTime(map, "after").map(StepStart::after))
                .orElse(StepStart.AT_ONCE);
    }

    /** The step that a branch hangs on is needed, too. */
    private List<String> needs(YamlMap map, @Nullable Branch when) {
        Set<String> needs = new LinkedHashSet<>(map.has("needs") ? map.texts("needs") : List.of());
        needs.forEach(step -> Reading.known(map, "needs", step, earlier, "earlier step"));
        if (when != null) {
            needs.add(when.step());
        }
        return List.copyOf(needs);
    }

    private Branch branch(YamlMap map) {
        Branch branch = new Branch(
                Reading.known(map, "step", map.text("step"), earlier, "earlier step"),
                Set.copyOf(map.texts("outcomes")));
        branch.answers().forEach(word -> Reading.known(map, "outcomes", word, ANSWERS, "outcome"));
        map.rejectUnknown();
        return branch;
    }
}
