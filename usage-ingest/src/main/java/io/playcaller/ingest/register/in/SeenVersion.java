package io.playcaller.ingest.register.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The header {@code If-Match}: the version that the writer has seen, with or without quotes. */
public final class SeenVersion {

    private static final int PRECONDITION_FAILED = 412;

    private SeenVersion() {}

    static Step<OptionalLong> of(@Nullable String header) {
        if (header == null || header.isBlank() || header.equals("*")) {
            return Step.kept(OptionalLong.empty());
        }
        try {
            return Step.kept(OptionalLong.of(Long.parseLong(header.strip().replace("\"", ""))));
        } catch (NumberFormatException e) {
            return Step.refused(
                    Refusal.field(Refusal.FIELD_INVALID, HttpHeaders.IF_MATCH, "a version, such as 3", header));
        }
    }

    /** An answer to a writer who came second; nothing is wrong with what they wrote. */
    static ProblemException outdated(String what, long stored, long seen) {
        return new ProblemException(problem(what, HttpHeaders.IF_MATCH, stored, seen));
    }

    /** @param said where the writer said it */
    public static Problem problem(String what, String said, long stored, long seen) {
        return Problem.of(
                PRECONDITION_FAILED,
                "version.outdated",
                "Changed meanwhile",
                "%s is at version %d, %s says %d".formatted(what, stored, said, seen));
    }
}
