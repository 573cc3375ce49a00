package io.playcaller.router.task.in;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.task.StepFilter;
import io.playcaller.router.task.TaskFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters that choose tasks; all of them must hold. */
public class TaskQuestion {

    private static final String ME = "me";
    private static final Map<String, Boolean> YES_OR_NO = Map.of("yes", true, "no", false);
    private static final Map<String, Severity> SEVERITIES = Map.of(
            "low", Severity.LOW, "medium", Severity.MEDIUM, "high", Severity.HIGH, "critical", Severity.CRITICAL);

    @RestQuery
    @Parameter(description = "open, which is the default, closed or all")
    @Nullable
    String state;

    @RestQuery
    @Parameter(description = "a staff id, me, or none for tasks that nobody has")
    @Nullable
    String assignee;

    @RestQuery
    @Parameter(description = "a staff id, or me: of whoever has them above in the directory, and theirs")
    @Nullable
    String team;

    @RestQuery
    @Parameter(description = "under which the assignee has it")
    @Nullable
    String role;

    @RestQuery
    @Nullable
    String account;

    @RestQuery
    @Parameter(description = "key of a play")
    @Nullable
    String play;

    @RestQuery
    @Parameter(description = "code of a reason, such as usage.drop")
    @Nullable
    String reason;

    @RestQuery
    @Parameter(description = "low, medium, high or critical")
    @Nullable
    String severity;

    @RestQuery
    @Parameter(description = "yes: a clock that runs has run out; no: none has; without it both")
    @Nullable
    String late;

    @RestQuery
    @Parameter(description = "RFC 3339: the first of the clocks that run runs out earlier")
    @Nullable
    String dueBefore;

    @RestQuery
    @Parameter(description = "yes: out of sight; no: in sight; without it both")
    @Nullable
    String snoozed;

    /**
     * What they say.
     *
     * @param me whom {@code me} stands for
     * @param directory knows who is whose team
     */
    TaskFilter filter(String me, Directory directory) {
        Checks checks = new Checks("parameter.invalid");
        TaskFilter filter = new TaskFilter(
                open(checks),
                checks.optional("snoozed", "yes or no", given(snoozed), YES_OR_NO::get),
                who(checks, me, directory),
                new TaskFilter.About(
                        text(checks, "account", account),
                        text(checks, "play", play),
                        checks.optional(
                                "reason",
                                "the code of a reason, such as usage.drop",
                                given(reason),
                                code -> Reason.ofCode(code).orElse(null)),
                        checks.optional("severity", "low, medium, high or critical", given(severity), SEVERITIES::get)),
                new TaskFilter.Due(
                        checks.optional("late", "yes or no", given(late), YES_OR_NO::get),
                        checks.optional(
                                "dueBefore",
                                "an RFC 3339 time such as 2026-03-01T09:00:00Z",
                                given(dueBefore),
                                Checks::instant)));
        return checks.passed(filter);
    }

    /**
     * What they say of steps of tasks, which are heard of as they happen: whose, and of which account and play. All else may change
     * with a step, and is not asked for.
     *
     * @param me whom {@code me} stands for
     * @param directory knows who is whose team
     */
    StepFilter steps(String me, Directory directory) {
        Checks checks = new Checks("parameter.invalid");
        notOfSteps(checks, "state", state);
        notOfSteps(checks, "reason", reason);
        notOfSteps(checks, "severity", severity);
        notOfSteps(checks, "late", late);
        notOfSteps(checks, "dueBefore", dueBefore);
        notOfSteps(checks, "snoozed", snoozed);
        return checks.passed(new StepFilter(
                who(checks, me, directory), text(checks, "account", account), text(checks, "play", play)));
    }

    private static void notOfSteps(Checks checks, String field, @Nullable String value) {
        checks.that(
                given(value) == null,
                field,
                "nothing: steps are chosen by assignee, team, role, account and play",
                String.valueOf(value));
    }

    private TaskFilter.Who who(Checks checks, String me, Directory directory) {
        return new TaskFilter.Who(
                person(checks, "assignee", assignee, me),
                team(person(checks, "team", team, me), directory),
                text(checks, "role", role));
    }

    private static @Nullable String person(Checks checks, String field, @Nullable String value, String me) {
        return ME.equals(value) ? me : text(checks, field, value);
    }

    private static @Nullable List<String> team(@Nullable String lead, Directory directory) {
        return lead == null
                ? null
                : directory.teamOf(lead).stream().map(StaffMember::staffId).toList();
    }

    private @Nullable Boolean open(Checks checks) {
        String word = given(state);
        checks.that(
                word == null || word.equals("open") || word.equals("closed") || word.equals("all"),
                "state",
                "open, closed or all",
                String.valueOf(word));
        return "all".equals(word) ? null : (Boolean) !"closed".equals(word);
    }

    /** Any text that PostgreSQL can hold. */
    private static @Nullable String text(Checks checks, String field, @Nullable String value) {
        checks.that(value == null || value.indexOf('\0') < 0, field, "text without U+0000", "text with U+0000");
        return given(value);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}
