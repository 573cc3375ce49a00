package io.playcaller.ingest.register.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The header {@code If-Match}: the version that the writer has seen, with or without quotes. */
final class SeenVersion {

    private static final int PRECONDITION_FAILED = 412;

    private SeenVersion() {}

    static OptionalLong of(@Nullable String header) {
        if (header == null || header.isBlank() || header.equals("*")) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(header.strip().replace("\"", "")));
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.badField("field.invalid", "If-Match", "a version, such as 3", header));
        }
    }

    static ProblemException outdated(String what, long stored, long seen) {
        return new ProblemException(Problem.of(
                PRECONDITION_FAILED,
                "version.outdated",
                "Changed meanwhile",
                "%s is at version %d, If-Match says %d".formatted(what, stored, seen)));
    }
}
