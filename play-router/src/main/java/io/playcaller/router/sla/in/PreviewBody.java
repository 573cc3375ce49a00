package io.playcaller.router.sla.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaCase;
import io.playcaller.router.sla.SlaPreview;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The case that is asked about. Every field at fault is said at once.
 *
 * @param play key
 * @param assignee staff id, by whose calendar the clocks run; null for {@code calendar}
 * @param calendar id; null for the standard one
 * @param at when the task is made; null for now
 */
record PreviewBody(
        @Nullable String play,
        @Nullable String severity,
        @Nullable String tier,
        @Nullable String segment,
        @Nullable String stage,
        @Nullable String assignee,
        @Nullable String calendar,
        @Nullable String at,
        @Nullable List<PauseBody> pauses) {

    private static final Map<String, Severity> SEVERITIES = Stream.of(
                    Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)
            .collect(Collectors.toMap(severity -> severity.name().toLowerCase(Locale.ROOT), Function.identity()));

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int MOST_PAUSES = 20;

    /** The case, checked. */
    record Checked(SlaCase of, Instant at, SlaPreview preview) {}

    /** @throws ProblemException naming every field at fault */
    Checked checked(RouterRules rules, Instant now) {
        List<FieldFault> faults = new ArrayList<>();
        Optional<Play> asPlay = Optional.ofNullable(play).flatMap(rules.plays()::play);
        if (asPlay.isEmpty()) {
            faults.add(new FieldFault("/play", "the key of a play", String.valueOf(play)));
        }
        Optional<Severity> asSeverity = Optional.ofNullable(severity).map(SEVERITIES::get);
        if (asSeverity.isEmpty()) {
            faults.add(new FieldFault("/severity", "critical, high, medium or low", String.valueOf(severity)));
        }
        BusinessCalendar by = calendar(rules, faults);
        Instant from = at == null ? now : instant("/at", at, faults).orElse(now);
        List<SlaPreview.Pause> stretches = pauses(by, faults);
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields("sla.preview", faults));
        }
        SlaCase of = new SlaCase(asPlay.orElseThrow().key(), asSeverity.orElseThrow(), tier, segment, stage);
        return new Checked(of, from, new SlaPreview(rules.policyOf(asPlay.get(), of), by, stretches));
    }

    private List<SlaPreview.Pause> pauses(BusinessCalendar by, List<FieldFault> faults) {
        List<PauseBody> asked = pauses == null ? List.of() : pauses;
        if (asked.size() > MOST_PAUSES) {
            faults.add(new FieldFault("/pauses", "at most " + MOST_PAUSES, String.valueOf(asked.size())));
            return List.of();
        }
        return new PauseStretches(by, faults).of(asked);
    }

    private BusinessCalendar calendar(RouterRules rules, List<FieldFault> faults) {
        if (assignee != null && rules.directory().person(assignee).isEmpty()) {
            faults.add(new FieldFault("/assignee", "the id of one of our people", assignee));
        }
        if (calendar != null && !rules.calendars().byId().containsKey(calendar)) {
            faults.add(new FieldFault("/calendar", "the id of a calendar", calendar));
        }
        return assignee == null && calendar != null ? rules.calendars().of(calendar) : rules.calendarOfPerson(assignee);
    }

    static Optional<Instant> instant(String field, @Nullable String text, List<FieldFault> faults) {
        if (text == null) {
            return Optional.empty();
        }
        Optional<Instant> instant = parsed(text).filter(at -> !at.isBefore(EARLIEST) && at.isBefore(LATEST));
        if (instant.isEmpty()) {
            faults.add(new FieldFault(field, "an instant of 2000 to 2099, such as 2026-12-24T16:30:00Z", text));
        }
        return instant;
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
