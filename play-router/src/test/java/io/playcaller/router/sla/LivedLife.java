package io.playcaller.router.sla;

import io.playcaller.contracts.work.Clock;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.CountedLife.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The life of a clock as the product keeps it: everything fires in time. */
final class LivedLife {

    private final Clock clock;
    private final MinuteMaps maps;
    private final List<Said> said = new ArrayList<>();
    private SlaPolicy policy;
    private BusinessCalendar calendar;
    private SlaClock run;

    private LivedLife(ClockLife life, MinuteMaps maps) {
        this.clock = life.clock();
        this.maps = maps;
        this.policy = life.policy();
        this.calendar = policy.calendarOf(clock, maps.calendar(life.calendar()));
        this.run = policy.start(clock, 1, life.start(), maps.calendar(life.calendar()))
                .orElseThrow();
    }

    static LivedLife of(ClockLife life, MinuteMaps maps) {
        LivedLife lived = new LivedLife(life, maps);
        for (ClockLife.Event event : life.events()) {
            lived.fireUntil(event.at());
            lived.take(event);
        }
        lived.fireUntil(life.end());
        return lived;
    }

    private void take(ClockLife.Event event) {
        if (event instanceof ClockLife.Pause pause) {
            run = run.paused(pause.at(), PauseReason.WAITING_FOR_CUSTOMER, calendar);
        } else if (event instanceof ClockLife.Resume resume) {
            run = run.resumed(resume.at(), policy, calendar);
        } else if (event instanceof ClockLife.Edit edit) {
            BusinessCalendar past = calendar;
            policy = edit.policy();
            calendar = policy.calendarOf(clock, maps.calendar(edit.calendar()));
            run = run.rederived(edit.at(), past, policy, calendar);
        }
    }

    private void fireUntil(Instant now) {
        for (Optional<Alarm> next = run.next();
                next.isPresent() && !next.get().at().isAfter(now);
                next = run.next()) {
            Alarm alarm = next.get();
            said.add(new Said(alarm.kind(), String.valueOf(alarm.tell()), alarm.at()));
            run = run.afterFiring();
        }
    }

    SlaClock run() {
        return run;
    }

    BusinessCalendar calendar() {
        return calendar;
    }

    List<Said> said() {
        return said;
    }
}
