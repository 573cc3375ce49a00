package io.playcaller.router.staff;

import io.playcaller.router.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Somebody at work: what is critical first, for which they put aside what they have in hand, then what came first. They accept what they
 * begin with, and nothing before: the slowest habit there is. Nobody helps them, and they know no clock.
 */
final class Desk {

    private static final Duration INSTANT = Duration.ofMillis(1);

    private static final Comparator<Job> ORDER =
            Comparator.comparing((Job job) -> !job.isCritical()).thenComparing(Job::startsAt);

    private final BusinessCalendar calendar;
    private final List<Job> jobs = new ArrayList<>();
    private Instant at;

    /** @param calendar without the days on which they are away */
    Desk(BusinessCalendar calendar, Instant at) {
        this.calendar = calendar;
        this.at = at;
    }

    void add(Job job) {
        jobs.add(job);
    }

    /** Time passes; answers what they finished meanwhile. */
    List<Job> workUntil(Instant until) {
        List<Job> finished = new ArrayList<>();
        while (at.isBefore(until)) {
            Optional<Job> job = next();
            if (job.isEmpty()) {
                at = nextStart(until);
            } else if (finishes(job.get(), until)) {
                jobs.remove(job.get());
                finished.add(job.get());
            }
        }
        return finished;
    }

    private Optional<Job> next() {
        return jobs.stream().filter(job -> !job.startsAt().isAfter(at)).min(ORDER);
    }

    private Instant nextStart(Instant until) {
        return jobs.stream()
                .map(Job::startsAt)
                .filter(start -> start.isBefore(until))
                .min(Comparator.naturalOrder())
                .orElse(until);
    }

    private boolean finishes(Job job, Instant until) {
        Duration office = calendar.between(at, until);
        if (!office.isZero()) {
            job.begun(calendar.add(at, INSTANT).minus(INSTANT));
        }
        if (job.left().compareTo(office) <= 0) {
            at = calendar.add(at, job.left());
            job.done(at);
            return true;
        }
        job.worked(office);
        at = until;
        return false;
    }
}
