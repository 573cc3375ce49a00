package io.playcaller.health.models.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.chassis.yaml.ConfigProblem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people write of a model, read strictly; and what is wrong with it. */
final class ModelInput {

    private static final int MOST_REASON = 500;

    private ModelInput() {}

    static Map<String, String> of(@Nullable Map<String, @Nullable String> files) {
        if (files == null || files.isEmpty()) {
            throw refused("/files", "contents of files by their names", String.valueOf(files));
        }
        Map<String, String> texts = new TreeMap<>();
        files.forEach((name, content) -> {
            if (content == null) {
                throw refused("/files/" + name, "the content of the file", "null");
            }
            texts.put(name, content);
        });
        return texts;
    }

    static String reason(@Nullable String reason) {
        return reason("/reason", reason);
    }

    /** @param field where it stands in the request */
    static String reason(String field, @Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > MOST_REASON || reason.indexOf('\0') >= 0) {
            throw refused(field, "why, in at most " + MOST_REASON + " characters", String.valueOf(reason));
        }
        return reason.strip();
    }

    /** All of it at once, each with its file, line and key. */
    static Problem problem(List<ConfigProblem> problems) {
        List<FieldFault> faults = problems.stream()
                .map(problem -> new FieldFault(place(problem), problem.fix(), problem.message()))
                .toList();
        String detail = problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n"));
        Problem named = Problem.of(400, "model.invalid", "Invalid input", detail);
        FieldFault first = faults.get(0);
        return new Problem(
                named.type(),
                named.title(),
                named.status(),
                detail,
                null,
                first.field(),
                first.expected(),
                first.actual(),
                faults,
                null);
    }

    private static String place(ConfigProblem problem) {
        String file = problem.file().isEmpty() ? "/files" : "/files/" + problem.file();
        String line = problem.line() == 0 ? file : file + ":" + problem.line();
        return problem.key().isEmpty() ? line : line + " " + problem.key();
    }

    private static ProblemException refused(String field, String expected, String actual) {
        return new ProblemException(Problem.badField("model.invalid", field, expected, actual));
    }
}
