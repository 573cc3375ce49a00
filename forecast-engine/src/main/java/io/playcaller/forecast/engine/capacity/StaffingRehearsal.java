package io.playcaller.forecast.engine.capacity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Plays out the working days of a role, event by event, to check a plan by something that knows none of its formulas: tasks
 * come in office hours, wait in line, are taken by somebody who is free, rest over night and go on in the morning.
 * The same seed plays the same days.
 */
public final class StaffingRehearsal {

    private static final double DAY = 24 * 60;
    private static final double OPENS = 9 * 60;
    /** The first days, which begin with an empty line, do not count. */
    private static final int WARM_UP_PARTS = 20;

    private final Workload workload;
    private final Sharing sharing;
    private final int people;
    private final double officeMinutes;
    private final SplittableRandom random;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingDouble(Event::at));
    private final List<Deque<Task>> lines = new ArrayList<>();
    private final BitSet busy;
    private final AttainmentCount count;

    /** Something that happens: a task comes, or {@code person} is done with one. */
    private record Event(double at, int person) {

        private static final int NOBODY = -1;
    }

    /** @param work minutes until it is done */
    private record Task(double cameAt, double work) {}

    private StaffingRehearsal(Staffing staffing, int people, Promise promise, Days days) {
        this.workload = staffing.workload();
        this.sharing = staffing.sharing();
        this.people = people;
        this.officeMinutes = days.officeMinutes();
        this.random = new SplittableRandom(days.seed());
        this.busy = new BitSet(people);
        this.count = new AttainmentCount(promise.withinMinutes(), days.count(), WARM_UP_PARTS);
        for (int line = 0; line < (sharing == Sharing.POOL ? 1 : people); line++) {
            lines.add(new ArrayDeque<>());
        }
    }

    /**
     * Which days are played.
     *
     * @param officeMinutes of a day, at most those from nine until midnight
     */
    public record Days(int count, int officeMinutes, long seed) {

        public Days {
            if (count < 2 * WARM_UP_PARTS || officeMinutes < 1 || officeMinutes > DAY - OPENS) {
                throw new IllegalArgumentException(count + " days of " + officeMinutes + " minutes");
            }
        }
    }

    /**
     * What became of the tasks.
     *
     * @param tasks that were counted
     * @param attainment share of them that was begun in time
     * @param within95 half the width of an interval for it of 95%, by means of equal parts of the days
     */
    public record Outcome(long tasks, double attainment, double within95) {}

    /** Plays {@code days} with {@code people}. */
    public static Outcome play(Staffing staffing, int people, Promise promise, Days days) {
        return new StaffingRehearsal(staffing, people, promise, days).run(days.count() * DAY);
    }

    private Outcome run(double until) {
        events.add(new Event(after(OPENS, gap()), Event.NOBODY));
        while (!events.isEmpty() && events.element().at() < until) {
            Event event = events.remove();
            if (event.person() == Event.NOBODY) {
                comes(event.at());
            } else {
                busy.clear(event.person());
                takeNext(event.person(), event.at());
            }
        }
        return count.outcome();
    }

    private void comes(double now) {
        int line = random.nextInt(lines.size());
        lines.get(line).add(new Task(now, exponential(streamOfNext().minutes())));
        events.add(new Event(after(now, gap()), Event.NOBODY));
        int free = busy.nextClearBit(line);
        if (free < people && (sharing == Sharing.POOL || free == line)) {
            takeNext(free, now);
        }
    }

    private void takeNext(int person, double now) {
        Task task = lines.get(sharing == Sharing.POOL ? 0 : person).poll();
        if (task != null) {
            busy.set(person);
            count.begun(task.cameAt() / DAY, officeMinutesBetween(task.cameAt(), now));
            events.add(new Event(after(now, task.work() / workload.productive()), person));
        }
    }

    private WorkStream streamOfNext() {
        double draw = random.nextDouble() * workload.tasks();
        for (WorkStream stream : workload.streams()) {
            draw -= stream.tasks();
            if (draw < 0) {
                return stream;
            }
        }
        return workload.streams().get(workload.streams().size() - 1);
    }

    private double gap() {
        return exponential(workload.businessMinutes() / workload.tasks());
    }

    private double exponential(double mean) {
        return -Math.log(1 - random.nextDouble()) * mean;
    }

    /** When {@code minutes} of office time have passed since {@code start}, which lies in office hours. */
    private double after(double start, double minutes) {
        double closes = Math.floor(start / DAY) * DAY + OPENS + officeMinutes;
        if (start + minutes <= closes) {
            return start + minutes;
        }
        double left = minutes - (closes - start);
        double nights = Math.floor(left / officeMinutes);
        return closes - officeMinutes + DAY * (nights + 1) + (left - nights * officeMinutes);
    }

    private double officeMinutesBetween(double start, double end) {
        double nights = Math.floor(end / DAY) - Math.floor(start / DAY);
        return end - start - nights * (DAY - officeMinutes);
    }
}
