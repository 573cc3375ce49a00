package io.playcaller.router.staff;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whom an escalation tells.
 *
 * @param above who stands for them on the task: the only one, or the first of a team; nobody where nobody is found
 * @param staffIds everybody who is told
 */
public record Told(Assignment above, List<String> staffIds) {

    public Told {
        staffIds = List.copyOf(staffIds);
    }

    /** One person, or nobody. */
    public static Told only(Assignment above) {
        return new Told(above, Stream.ofNullable(above.staffId()).toList());
    }
}
