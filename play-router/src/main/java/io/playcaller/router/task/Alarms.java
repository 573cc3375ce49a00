package io.playcaller.router.task;

import io.playcaller.contracts.work.Clock;
import io.playcaller.router.sla.Alarm;
import io.playcaller.router.sla.AlarmKind;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.staff.RoleChains;
import org.jspecify.annotations.Nullable;

/** What a timer stands for. */
public final class Alarms {

    private Alarms() {}

    /** The alarm of a timer that {@code task} waits for. */
    public static Alarm of(Task task, Timer timer) {
        return task.clocks().stream()
                .filter(run -> run.clock() == timer.clock() && run.cycle() == timer.cycle())
                .flatMap(run -> run.alarms().stream())
                .filter(alarm -> alarm.level() == timer.level())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no alarm of " + timer));
    }

    static AlarmKind kind(Task task, Timer timer) {
        return of(task, timer).kind();
    }

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
            case UNKNOWN -> "of a clock";
        };
    }

    static Assignment toldOf(@Nullable Assignment told) {
        return told != null ? told : new Assignment(RoleChains.CS_OPS, null, "nobody", "There is nobody to tell.");
    }
}
