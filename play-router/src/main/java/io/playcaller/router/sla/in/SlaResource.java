package io.playcaller.router.sla.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.sla.Alarm;
import io.playcaller.router.sla.SlaPreview.ClockPath;
import io.playcaller.router.sla.SlaPreview.Day;
import io.playcaller.router.sla.SlaRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What clocks would do. */
@Path("/v1/sla")
@Tag(name = "sla")
public class SlaResource {

    private final CurrentRules rules;
    private final BusinessClock clock;

    SlaResource(CurrentRules rules, BusinessClock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param policy name of the policy of {@code sla.yaml} that holds in this case; null where none does
     */
    public record Preview(Instant at, String zone, @Nullable String policy, List<ClockLine> clocks) {}

    /** A clock that runs, with everything that it says and every day on its way. */
    public record ClockLine(
            Clock clock, Duration target, Instant dueAt, String calendar, List<AlarmLine> alarms, List<Day> path) {

        static ClockLine of(ClockPath path) {
            return new ClockLine(
                    path.clock(),
                    path.target(),
                    path.dueAt(),
                    path.calendar(),
                    path.alarms().stream().map(AlarmLine::of).toList(),
                    path.path());
        }
    }

    /**
     * What a clock says.
     *
     * @param tell {@code lead} or a role; null where the task's own people are told
     */
    public record AlarmLine(
            String kind, Instant at, @Nullable String tell) {

        static AlarmLine of(Alarm alarm) {
            return new AlarmLine(
                    alarm.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), alarm.at(), alarm.tell());
        }
    }

    @POST
    @Path("preview")
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            summary =
                    "When the clocks of a task would run out, and the way there: {play, severity, tier, segment, stage,"
                            + " assignee or calendar, at, pauses: [{from, until, because}]}. Changes nothing.")
    public Preview preview(@Nullable PreviewBody body) {
        if (body == null) {
            throw new ProblemException(Problem.badField("body.missing", "", "a JSON object", "nothing"));
        }
        RouterRules current = rules.get();
        PreviewBody.Checked checked = body.checked(current, clock.instant());
        return new Preview(
                checked.at(),
                checked.preview().calendar().zone().getId(),
                current.sla().ruleOf(checked.of()).map(SlaRule::name).orElse(null),
                checked.preview().from(checked.at()).stream().map(ClockLine::of).toList());
    }
}
