package io.playcaller.router.staff.in;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.chassis.yaml.ConfigProblem;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people write of a person over HTTP, and what is wrong with it. */
final class StaffBody {

    private static final String CODE = "directory.entry";
    private static final String ID = "staffId";
    private static final String NUL = "\\u0000";
    private static final int LONGEST_REASON = 500;
    private static final Pattern STAFF_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final Pattern STEP = Pattern.compile("[.\\[]");

    private StaffBody() {}

    /** The entry as it is kept: without where it stands, with the id of the path. */
    static String of(String staffId, ObjectNode body) {
        if (!STAFF_ID.matcher(staffId).matches()) {
            throw refused("staffId", "1 to 64 letters, digits and . _ @ -", staffId);
        }
        ObjectNode entry = body.deepCopy();
        entry.remove("source");
        String stated = entry.path(ID).asText(staffId);
        if (!stated.equals(staffId)) {
            throw refused("/staffId", "that of the path, " + staffId + ", or nothing", stated);
        }
        String json = entry.put(ID, staffId).toString();
        if (json.contains(NUL)) {
            throw refused("", "text", "text with a NUL character");
        }
        return json;
    }

    static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw refused("reason", "why, in at most " + LONGEST_REASON + " characters", String.valueOf(reason));
        }
        return reason.strip();
    }

    /** All faults at once: those of the entry by their place in it, those elsewhere by theirs. */
    static Problem problem(String staffId, List<ConfigProblem> problems) {
        String own = "/v1/directory/" + staffId;
        return Problem.badFields(
                CODE,
                problems.stream()
                        .map(fault -> new FieldFault(
                                fault.file().equals(own) ? pointer(fault.key()) : fault.file() + " " + fault.key(),
                                fault.fix().isEmpty() ? "right" : fault.fix(),
                                fault.message()))
                        .toList());
    }

    private static String pointer(String key) {
        return key.isEmpty() ? "" : "/" + STEP.matcher(key.replace("]", "")).replaceAll("/");
    }

    private static ProblemException refused(String field, String expected, String actual) {
        return new ProblemException(Problem.badField(CODE, field, expected, actual));
    }
}
