package io.playcaller.router.delivery.person;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.task.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one of our people reads in the morning of a working day. Each of their tasks stands in the first section that it
 * belongs to, by value at risk.
 *
 * @param sections in their order, without empty ones
 * @param more how many of their tasks of least value are left out
 * @param told what was not told at once since the digest before, in the order in which it happened
 */
public record Digest(LocalDate day, List<Section> sections, int more, List<Told> told) {

    /** Beyond so many it is a list, and the inbox has it. */
    private static final int TASKS = 30;

    public Digest {
        sections = List.copyOf(sections);
        told = List.copyOf(told);
    }

    /** Tasks that have something in common. */
    public record Section(String title, List<Item> items) {

        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * A task.
     *
     * @param time what is to be met first, with the working time that is left or that it is late
     * @param accepted whether its person has accepted it
     */
    public record Item(
            UUID taskId,
            String title,
            String account,
            String severity,
            @Nullable Money valueAtRisk,
            String time,
            boolean accepted) {

        /** In one line. */
        public String words() {
            return Stream.of(title, account, severity, valueAtRisk == null ? "" : Amounts.words(valueAtRisk), time)
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.joining(" · "));
        }
    }

    /** Something that happened and was not told at once. */
    public record Told(UUID taskId, String title, String sentence) {

        /** In one line. */
        public String words() {
            return title + ": " + sentence;
        }
    }

    /** When a digest is made. */
    public record Morning(
            LocalDate day, Instant now, @Nullable Instant before, BusinessCalendar calendar) {

        private boolean isLate(Task task) {
            return task.firstDue().filter(run -> TimeLeft.isLate(run, now)).isPresent();
        }

        private boolean isNew(Task task) {
            return before == null || task.order().createdAt().isAfter(before);
        }

        private Item item(Task task) {
            Optional<SlaClock> next = task.firstDue();
            return new Item(
                    task.taskId(),
                    task.order().title(),
                    TaskNote.accountOf(task),
                    task.severity().name().toLowerCase(Locale.ROOT),
                    task.signal().valueAtRisk(),
                    next.map(run -> TimeLeft.words(run, calendar, now)).orElse("no clock runs"),
                    task.state() == TaskState.ACKNOWLEDGED);
        }

        private String sectionOf(Task task) {
            if (isLate(task)) {
                return LATE;
            }
            if (task.state() == TaskState.OPEN) {
                return isNew(task) ? NEW : WAITING;
            }
            return OTHERS;
        }
    }

    private static final String LATE = "Late";
    private static final String NEW = "New";
    private static final String WAITING = "Waits for you to accept it";
    private static final String OTHERS = "In your hands";

    /** @param mine open tasks of its person, the most valuable first */
    public static Digest of(Morning morning, List<Task> mine, List<Told> told) {
        List<Task> shown = mine.stream().limit(TASKS).toList();
        List<Section> sections = List.of(LATE, NEW, WAITING, OTHERS).stream()
                .map(title -> new Section(
                        title,
                        shown.stream()
                                .filter(task -> morning.sectionOf(task).equals(title))
                                .map(morning::item)
                                .toList()))
                .filter(section -> !section.items().isEmpty())
                .toList();
        return new Digest(morning.day(), sections, mine.size() - shown.size(), told);
    }

    /** Whether there is nothing to read. */
    public boolean isEmpty() {
        return sections.isEmpty() && told.isEmpty();
    }

    /** How many of its person's tasks are open. */
    public int tasks() {
        return more
                + sections.stream().mapToInt(section -> section.items().size()).sum();
    }
}
