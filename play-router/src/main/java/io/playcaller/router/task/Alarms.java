package io.playcaller.router.task;

import io.playcaller.contracts.work.Clock;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.staff.RoleChains;
import io.playcaller.router.staff.Told;
import org.jspecify.annotations.Nullable;

/** What clocks say, for people. */
final class Alarms {

    private Alarms() {}

    static String name(Timer timer) {
        return "The time " + what(timer.clock());
    }

    /** What the time of a clock is for. */
    static String what(Clock clock) {
        return switch (clock) {
            case ACCEPT -> "to accept";
            case FIRST_TOUCH -> "to be in touch";
            case UPDATE -> "for an update";
            case COMPLETE -> "to complete";
            case GIVE_UP -> "of the play";
            case PAUSE -> "of the pause";
            case UNKNOWN -> "of a clock";
        };
    }

    static Told orNobody(@Nullable Told told) {
        return told != null
                ? told
                : Told.only(new Assignment(RoleChains.CS_OPS, null, "nobody", "There is nobody to tell."));
    }
}
