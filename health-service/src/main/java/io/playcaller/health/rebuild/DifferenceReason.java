package io.playcaller.health.rebuild;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why the log makes an account otherwise than it stands, as far as that can be told from the two. */
public enum DifferenceReason {
    /** It was in quarantine, or its bytes could not be read, and in the rebuild it is neither: what a rebuild is for. */
    MENDED(Bar.NONE),
    /** It is in quarantine, or cannot be read, in the rebuild only. */
    FAILED_ANEW(Bar.UNLESS_ACCEPTED),
    /** Retention took the beginning of its partition: the rebuild knows less of it. */
    LOG_CUT(Bar.UNLESS_ACCEPTED),
    /** The log as it is left has nothing of it: a switch would forget it. */
    ONLY_RUNNING(Bar.ALWAYS),
    /** The log has it, and nothing of it stands. Not explained. */
    ONLY_REBUILT(Bar.UNLESS_ACCEPTED),
    /** Other facts, of a log that is whole. Not explained. */
    OTHER_FACTS(Bar.UNLESS_ACCEPTED),
    /** The same facts, and another score, grade or episodes: an earlier version of the code judged them, or another model did. */
    JUDGED_OTHERWISE(Bar.UNLESS_ACCEPTED),
    /** As it stands, by another number of steps. Not explained. */
    OTHER_STEPS(Bar.UNLESS_ACCEPTED);

    /** When it keeps the rebuild from taking the running state's place. */
    public enum Bar {
        NONE,
        UNLESS_ACCEPTED,
        ALWAYS
    }

    private final Bar bar;

    DifferenceReason(Bar bar) {
        this.bar = bar;
    }

    public Bar bar() {
        return bar;
    }

    /** The name in answers and requests: {@code log-cut}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<DifferenceReason> ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
