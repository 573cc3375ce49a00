package io.playcaller.router.run.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.play.PlayStep;
import io.playcaller.router.run.PlayRun;
import io.playcaller.router.run.RunEnd;
import io.playcaller.router.run.StepRun;
import io.playcaller.router.run.out.PgRuns;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where a run of several steps, or with an exit, stands. */
@Path("/v1/runs")
@Tag(name = "runs")
public class RunStepsResource {

    private final PgRuns runs;

    RunStepsResource(PgRuns runs) {
        this.runs = runs;
    }

    /**
     * A run and its steps.
     *
     * @param date what steps count back from; null where none does
     * @param giveUpAt when it ends unfinished
     * @param outcome null while it is open; {@code because} says what ended it
     */
    public record RunSteps(
            UUID playRunId,
            String play,
            @Nullable String accountId,
            Instant startedAt,
            @Nullable LocalDate date,
            @Nullable Instant giveUpAt,
            List<Step> steps,
            @Nullable PlayOutcome outcome,
            @Nullable Instant endedAt,
            @Nullable String because) {

        static RunSteps of(PlayRun run) {
            RunEnd end = run.end();
            return new RunSteps(
                    run.playRunId(),
                    run.play().key(),
                    run.accountId(),
                    run.startedAt(),
                    run.date(),
                    run.giveUpAt(),
                    run.play().steps().stream()
                            .map(step -> Step.of(step, run.of(step)))
                            .toList(),
                    end == null ? null : end.outcome(),
                    end == null ? null : end.at(),
                    end == null ? null : end.because());
        }
    }

    /**
     * A step.
     *
     * @param because why it was skipped; null where it was not
     */
    public record Step(
            String key,
            String title,
            String kind,
            String state,
            @Nullable UUID taskId,
            @Nullable Instant overAt,
            @Nullable PlayOutcome outcome,
            @Nullable String because) {

        static Step of(PlayStep step, StepRun state) {
            return new Step(
                    step.key(),
                    step.title(),
                    word(step.kind()),
                    word(state.state()),
                    state.taskId(),
                    state.overAt(),
                    state.outcome(),
                    state.because());
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }

    @GET
    @Path("{playRunId}/steps")
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "The steps of a run: what is done, what waits, what does not happen and why.")
    public Uni<RunSteps> steps(@RestPath UUID playRunId) {
        return runs.find(playRunId)
                .map(found -> found.map(RunSteps::of)
                        .orElseThrow(() -> new ProblemException(Problem.notFound("run", playRunId.toString()))));
    }
}
